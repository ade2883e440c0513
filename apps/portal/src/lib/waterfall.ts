import type { Span } from '@/api/types';
import type { ServiceName } from '@/lib/health';

export type OwnSpan = Span & { service: ServiceName };
/** A span at its place: how deep below the first one, and from when to when, in milliseconds since the first one began. */
export type Bar = { span: OwnSpan; depth: number; from: number; to: number };

/** Milliseconds since 1970 with the microseconds that `Date` drops. */
export function exactly(at: string): number {
  const micros = /\.\d{3}(\d{3})/.exec(at)?.[1];
  return Date.parse(at) + (micros ? Number(micros) / 1000 : 0);
}

/** Spans in the order in which a waterfall shows them: each below the one that it is a part of, by the time of its beginning. */
export function waterfall(spans: OwnSpan[]): { bars: Bar[]; total: number } {
  const known = new Map(spans.map((span) => [span.id, span]));
  const starts = new Map(spans.map((span) => [span.id, exactly(span.started_at)]));
  const origin = Math.min(...starts.values());
  const children = new Map<string, OwnSpan[]>();
  for (const span of known.values()) {
    // A parent that is not here was a client's, or is forgotten.
    const parent = span.parent_id && known.has(span.parent_id) && span.parent_id !== span.id ? span.parent_id : '';
    children.set(parent, [...(children.get(parent) ?? []), span]);
  }
  const bars: Bar[] = [];
  const seen = new Set<string>();
  const add = (parent: string, depth: number) => {
    const own = (children.get(parent) ?? []).toSorted((one, other) => starts.get(one.id)! - starts.get(other.id)!);
    for (const span of own) {
      if (seen.has(span.id)) continue;
      seen.add(span.id);
      const from = starts.get(span.id)! - origin;
      bars.push({ span, depth, from, to: from + span.took_us / 1000 });
      add(span.id, depth + 1);
    }
  };
  add('', 0);
  return { bars, total: Math.max(0.001, ...bars.map((bar) => bar.to)) };
}
