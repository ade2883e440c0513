import { describe, expect, it } from 'vitest';
import type { Attempt, DeadLetter, Delivery, HistoryEntry, Notification, OutboxMessage } from '@/api/types';
import { stepsOf, type Known } from './steps';

const AT = '2026-03-04T10:00:00.000000Z';
const at = (ms: number) => new Date(Date.parse(AT) + ms).toISOString();
const ID = '019cb6f1-0000-7000-8000-000000000001';

const entry = (version: number, action: HistoryEntry['action'], ms = 0, trace: string | null = 'a'.repeat(32)): HistoryEntry => ({
  version,
  action,
  from: null,
  to: 'CREATED',
  actor: { id: ID, kind: 'user' },
  reason: null,
  note: null,
  at: at(ms),
  trace_id: trace,
});
const event = (sequence: number, more: Partial<OutboxMessage> = {}): OutboxMessage => ({
  position: 7,
  event_id: ID,
  kind: 'order.created.v1',
  subject: ID,
  sequence,
  occurred_at: AT,
  parked: false,
  attempts: 0,
  retry_at: null,
  error: null,
  ...more,
});
const delivery = (status: Delivery['status'], more: Partial<Delivery> = {}): Delivery => ({
  id: 'd',
  notification_id: 'n',
  channel: 'email',
  status,
  attempts: 1,
  next_attempt_at: null,
  expires_at: at(1e9),
  reference: null,
  last_error: null,
  created_at: at(80),
  updated_at: at(80),
  ...more,
});
const message = (sequence: number, ms: number, deliveries: Delivery[]): Notification => ({
  id: 'n',
  kind: 'order.created',
  recipient: ID,
  event_id: ID,
  order_id: ID,
  origin: { topic: 'orders.v1', partition: 3, offset: 12, sequence, occurred_at: AT },
  created_at: at(ms),
  trace_id: null,
  deliveries,
});
const attempt = (number: number, from: number, to: number | null): Attempt => ({
  id: `a${number}`,
  number,
  provider: 'smtp',
  started_at: at(from),
  finished_at: to === null ? null : at(to),
  duration_ms: to === null ? null : to - from,
  outcome: to === null ? null : 'accepted',
  code: null,
  detail: null,
});
const letter = (sequence: number): DeadLetter => ({ id: 'l', topic: 'orders.v1', partition: 3, offset: 12, event_id: ID, subject: ID, sequence, value: '', error: 'x', created_at: at(90), state: 'open', resolved_at: null });
const steps = (known: Partial<Known>) => stepsOf({ history: [entry(1, 'create')], waiting: [], messages: [], letters: [], now: Date.parse(at(1000)), ...known });
const kinds = (known: Partial<Known>) => steps(known).flatMap((step) => step.troubles.map((trouble) => trouble.kind));

describe('the way of a step', () => {
  it('is the bus, then waiting and attempts by turns', () => {
    const [step] = steps({ messages: [message(1, 80, [delivery('sent', { log: [attempt(2, 400, 460), attempt(1, 100, 130)] })])] });
    expect(step!.bars.map((bar) => [bar.what, bar.from, bar.to])).toEqual([['bus', 0, 80]]);
    expect(step!.told[0]!.bars.map((bar) => [bar.what, bar.from, bar.to])).toEqual([
      ['wait', 80, 100],
      ['attempt', 100, 130],
      ['wait', 130, 400],
      ['attempt', 400, 460],
    ]);
    expect([step!.total, step!.troubles, step!.origin?.offset]).toEqual([460, [], 12]);
  });

  it('belongs to the step whose event it was, however many there are', () => {
    const found = steps({ history: [entry(1, 'create'), entry(2, 'approve', 500)], messages: [message(2, 560, [delivery('sent')])], now: Date.parse(at(1000)) });
    expect(found.map((step) => [step.sinceLast, step.told.length])).toEqual([
      [null, 0],
      [500, 1],
    ]);
  });

  it('marks what takes too long', () => {
    const [step] = steps({ messages: [message(1, 6000, [delivery('sent', { log: [attempt(1, 40_000, 52_000)] })])], now: Date.parse(at(60_000)) });
    expect([...step!.bars, ...step!.told[0]!.bars].map((bar) => [bar.what, bar.isLong])).toEqual([
      ['bus', true],
      ['wait', true],
      ['attempt', true],
    ]);
  });

  it('goes on to the present while it is not over', () => {
    const [step] = steps({ messages: [message(1, 80, [delivery('sending', { log: [attempt(1, 100, null)] })])] });
    expect(step!.told[0]!.bars.at(-1)).toMatchObject({ what: 'attempt', to: 1000, isOpen: true });
  });
});

describe('where an order is stuck', () => {
  it('is in the outbox', () => {
    expect(kinds({ waiting: [event(1)] })).toEqual([]);
    expect(kinds({ waiting: [event(1)], now: Date.parse(at(6000)) })).toEqual(['unpublished']);
    expect(kinds({ waiting: [event(1, { attempts: 2, retry_at: at(5000) })] })).toEqual(['deferred']);
    expect(kinds({ waiting: [event(1, { parked: true, attempts: 2 })] })).toEqual(['parked']);
  });

  it('is between the bus and the notification service', () => {
    const late = Date.parse(at(20_000));
    expect(kinds({ now: late })).toEqual(['unread']);
    expect(kinds({ now: late, letters: [letter(1)] })).toEqual(['letter']);
    expect(kinds({ now: late, letters: [{ ...letter(1), state: 'replayed' }] })).toEqual([]);
    // What came after it was read, so it was, too.
    expect(kinds({ now: late, history: [entry(1, 'create'), entry(2, 'approve', 10)], messages: [message(2, 80, [])] })).toEqual([]);
    // Nobody is told of an amendment, and what was brought in raised no events.
    expect(kinds({ now: late, history: [entry(1, 'amend')] })).toEqual([]);
    expect(kinds({ now: late, history: [entry(1, 'create', 0, null)] })).toEqual([]);
    // Nobody remembers it any more.
    expect(kinds({ now: late + 40 * 24 * 3_600_000 })).toEqual([]);
  });

  it('is at the provider', () => {
    for (const status of ['dead', 'failed', 'unknown'] as const) expect(kinds({ messages: [message(1, 80, [delivery(status)])] })).toEqual(['undelivered']);
    expect(kinds({ messages: [message(1, 80, [delivery('retrying', { next_attempt_at: at(9000) })])] })).toEqual(['retrying']);
    for (const status of ['sent', 'queued', 'sending', 'expired', 'cancelled'] as const) expect(kinds({ messages: [message(1, 80, [delivery(status)])] })).toEqual([]);
  });
});
