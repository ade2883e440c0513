import type { SystemSample, TraceHead } from '@/api/types';
import type { ServiceName } from '@/lib/health';

const SLOT_MS = 30_000;

/** What all services together did around one moment; a rate is per second. */
export type Figures = {
  at: number;
  requests: number;
  failed: number;
  published: number;
  consumed: number;
  pending: number;
  oldestMs: number;
  lag: number | null;
  delivered: number | null;
  undelivered: number | null;
  /** The 99th percentile of each service, in milliseconds. */
  p99: Partial<Record<ServiceName, number>>;
};

type Known = [ServiceName, SystemSample[]];

const sumOf = <T>(items: T[], of: (item: T) => number) => items.reduce((sum, item) => sum + of(item), 0);

/** The samples of one service in one slot as one: counts added, the rest as it was at the end. */
function asOne(samples: SystemSample[]) {
  const last = samples.at(-1)!;
  const seconds = Math.max(sumOf(samples, (one) => one.lasted_ms) / 1000, 0.001);
  const rate = (of: (one: SystemSample) => number) => sumOf(samples, of) / seconds;
  const p99 = Math.max(...samples.map((one) => one.p99_us ?? -1));
  return { last, rate, p99: p99 < 0 ? undefined : p99 / 1000 };
}

/** The figures of the services put together, slot by slot. Each looks at itself at moments of its own. */
export function together(known: Known[]): Figures[] {
  const slots = new Map<number, Map<ServiceName, SystemSample[]>>();
  for (const [service, samples] of known) {
    for (const sample of samples) {
      const at = Math.ceil(Date.parse(sample.at) / SLOT_MS) * SLOT_MS;
      const slot = slots.get(at) ?? new Map<ServiceName, SystemSample[]>();
      slot.set(service, [...(slot.get(service) ?? []), sample]);
      slots.set(at, slot);
    }
  }
  return [...slots.entries()]
    .sort(([one], [other]) => one - other)
    .map(([at, slot]) => {
      const parts = [...slot.entries()].map(([service, samples]) => ({ service, ...asOne(samples) }));
      const some = (of: (one: SystemSample) => number | null) => {
        const there = parts.flatMap(({ last }) => of(last) ?? []);
        return there.length === 0 ? null : sumOf(there, (one) => one);
      };
      const someRate = (of: (one: SystemSample) => number | null) => (some(of) === null ? null : sumOf(parts, ({ rate }) => rate((one) => of(one) ?? 0)));
      return {
        at,
        requests: sumOf(parts, ({ rate }) => rate((one) => one.requests)),
        failed: sumOf(parts, ({ rate }) => rate((one) => one.failed)),
        published: sumOf(parts, ({ rate }) => rate((one) => one.published)),
        consumed: sumOf(parts, ({ rate }) => rate((one) => one.consumed)),
        pending: sumOf(parts, ({ last }) => last.outbox_pending),
        oldestMs: Math.max(0, ...parts.map(({ last }) => last.outbox_oldest_ms)),
        lag: some((one) => one.lag),
        delivered: someRate((one) => one.delivered),
        undelivered: someRate((one) => one.undelivered),
        p99: Object.fromEntries(parts.flatMap(({ service, p99 }) => (p99 === undefined ? [] : [[service, p99]]))),
      };
    });
}

export type Trace = { id: string; name: string; startedAt: string; tookMs: number; spans: number; failures: number; services: ServiceName[] };

/** The parts of the services put together: a trace begins with the part that began first. */
export function tracesOf(known: [ServiceName, TraceHead[]][]): Trace[] {
  const parts = new Map<string, [ServiceName, TraceHead][]>();
  for (const [service, heads] of known) for (const head of heads) parts.set(head.trace_id, [...(parts.get(head.trace_id) ?? []), [service, head]]);
  const begin = (head: TraceHead) => Date.parse(head.started_at);
  return [...parts.entries()]
    .map(([id, own]) => {
      own.sort(([, one], [, other]) => begin(one) - begin(other));
      const first = own[0]![1];
      const end = Math.max(...own.map(([, head]) => begin(head) + head.took_us / 1000));
      return {
        id,
        name: first.name,
        startedAt: first.started_at,
        // Times of day have whole milliseconds here: one part alone says more.
        tookMs: own.length === 1 ? first.took_us / 1000 : end - begin(first),
        spans: sumOf(own, ([, head]) => head.spans),
        failures: sumOf(own, ([, head]) => head.failures),
        services: own.map(([service]) => service),
      };
    })
    .sort((one, other) => Date.parse(other.startedAt) - Date.parse(one.startedAt));
}
