import type { Attempt, DeadLetter, Delivery, HistoryEntry, Notification, OutboxMessage } from '@/api/types';
import { exactly } from '@/lib/waterfall';

/** From when on a stretch of the way is worth a mark, in milliseconds. What is normal takes a fraction of it. */
export const LIMITS = { outbox: 5000, bus: 5000, attempt: 30_000, provider: 10_000 };
/** An event that nobody has read by then is nowhere on its way. */
const LOST_MS = 15_000;
/** What is older may have been forgotten, and nobody can tell. */
const KEPT_MS = 30 * 24 * 3_600_000;

export type Known = {
  history: HistoryEntry[];
  /** Events of the order that wait to be published. */
  waiting: OutboxMessage[];
  /** With the log of each delivery. */
  messages: Notification[];
  /** Absent for those who may not see them. */
  letters: DeadLetter[];
  now: number;
};

/** A stretch on the axis of a step, in milliseconds since the step. */
export type Bar = {
  key: string;
  what: 'outbox' | 'bus' | 'wait' | 'attempt';
  from: number;
  /** The end; the present for what is not over. */
  to: number;
  isOpen: boolean;
  isLong: boolean;
  attempt?: Attempt;
};

export type Told = { message: Notification; delivery: Delivery; bars: Bar[] };

/** What is the matter, and what helps. */
export type Trouble =
  | { kind: 'parked'; event: OutboxMessage }
  | { kind: 'deferred'; event: OutboxMessage }
  | { kind: 'unpublished'; event: OutboxMessage }
  | { kind: 'letter'; letter: DeadLetter }
  | { kind: 'unread' }
  | { kind: 'undelivered'; delivery: Delivery; message: Notification }
  | { kind: 'retrying'; delivery: Delivery; message: Notification };

export type Step = {
  entry: HistoryEntry;
  /** How long after the step before it. */
  sinceLast: number | null;
  event: OutboxMessage | null;
  origin: Notification['origin'];
  bars: Bar[];
  told: Told[];
  letters: DeadLetter[];
  troubles: Trouble[];
  /** The length of its axis. */
  total: number;
};

const ENDED_BADLY = new Set<Delivery['status']>(['dead', 'failed', 'unknown']);
/** Steps that nobody is told of: nothing shows that their events were read. */
const UNTOLD = new Set<HistoryEntry['action']>(['amend']);

/** The way of each step of an order: from the request over the outbox and the bus to each attempt to tell somebody. */
export function stepsOf(known: Known): Step[] {
  const steps: Step[] = [];
  // An amendment tells nobody, so that only what came after it shows that it was read: events of one order keep their order.
  const lastRead = Math.max(0, ...known.messages.map((message) => message.origin?.sequence ?? 0));
  for (const entry of known.history) {
    const before = steps.at(-1)?.entry.at;
    steps.push(stepOf(entry, before === undefined ? null : exactly(entry.at) - exactly(before), lastRead, known));
  }
  return steps;
}

function stepOf(entry: HistoryEntry, sinceLast: number | null, lastRead: number, known: Known): Step {
  const start = exactly(entry.at);
  const present = Math.max(known.now - start, 0);
  const messages = known.messages.filter((message) => message.origin?.sequence === entry.version);
  const event = known.waiting.find((one) => one.sequence === entry.version) ?? null;
  const origin = messages[0]?.origin ?? null;
  const letters = known.letters.filter((letter) => letter.sequence === entry.version);
  const bars: Bar[] = [];
  if (event) bars.push({ key: 'outbox', what: 'outbox', from: 0, to: present, isOpen: true, isLong: present > LIMITS.outbox });
  const read = messages.length > 0 ? Math.min(...messages.map((message) => exactly(message.created_at))) - start : null;
  if (read !== null) bars.push({ key: 'bus', what: 'bus', from: 0, to: Math.max(read, 0), isOpen: false, isLong: read > LIMITS.bus });
  const told = messages.flatMap((message) =>
    message.deliveries.map((delivery) => ({ message, delivery, bars: wayOf(message, delivery, start, present) })),
  );
  const isLost = event === null && read === null && letters.length === 0 && entry.version > lastRead && present > LOST_MS && present < KEPT_MS;
  const troubles: Trouble[] = [
    ...troublesOf(event, present),
    ...letters.filter((letter) => letter.state === 'open').map((letter) => ({ kind: 'letter' as const, letter })),
    // What was brought in with its past raised no events, and names no trace.
    ...(isLost && !UNTOLD.has(entry.action) && entry.trace_id !== null ? [{ kind: 'unread' as const }] : []),
    ...told.filter(({ delivery }) => ENDED_BADLY.has(delivery.status)).map(({ delivery, message }) => ({ kind: 'undelivered' as const, delivery, message })),
    ...told.filter(({ delivery }) => delivery.status === 'retrying').map(({ delivery, message }) => ({ kind: 'retrying' as const, delivery, message })),
  ];
  const total = Math.max(1, ...bars.map((bar) => bar.to), ...told.flatMap((one) => one.bars.map((bar) => bar.to)));
  return { entry, sinceLast, event, origin, bars, told, letters, troubles, total };
}

function troublesOf(event: OutboxMessage | null, present: number): Trouble[] {
  if (!event) return [];
  if (event.parked) return [{ kind: 'parked', event }];
  if (event.attempts > 0) return [{ kind: 'deferred', event }];
  return present > LIMITS.outbox ? [{ kind: 'unpublished', event }] : [];
}

/** The way of one delivery: waiting and attempts by turns, from its planning to its end. */
function wayOf(message: Notification, delivery: Delivery, start: number, present: number): Bar[] {
  const bars: Bar[] = [];
  let at = Math.max(exactly(message.created_at) - start, 0);
  const wait = (to: number, isOpen: boolean) => {
    bars.push({ key: `wait ${bars.length}`, what: 'wait', from: at, to: Math.max(to, at), isOpen, isLong: to - at > LIMITS.attempt });
  };
  for (const attempt of (delivery.log ?? []).toSorted((one, other) => one.number - other.number)) {
    const from = Math.max(exactly(attempt.started_at) - start, at);
    wait(from, false);
    const to = attempt.finished_at ? Math.max(exactly(attempt.finished_at) - start, from) : present;
    bars.push({ key: `attempt ${attempt.number}`, what: 'attempt', from, to, isOpen: attempt.finished_at === null, isLong: to - from > LIMITS.provider, attempt });
    at = to;
  }
  if (delivery.status === 'queued' || delivery.status === 'retrying') wait(Math.max(present, at), true);
  return bars;
}
