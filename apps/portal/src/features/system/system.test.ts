import { describe, expect, it } from 'vitest';
import type { SystemSample } from '@/api/types';
import { together, tracesOf } from './figures';
import { exactly, waterfall, type OwnSpan } from '@/lib/waterfall';

const sample = (at: string, more: Partial<SystemSample> = {}): SystemSample => ({
  at,
  lasted_ms: 30_000,
  requests: 0,
  failed: 0,
  median_us: null,
  p99_us: null,
  in_flight: 0,
  commits: 0,
  published: 0,
  outbox_pending: 0,
  outbox_parked: 0,
  outbox_oldest_ms: 0,
  consumed: 0,
  lag: null,
  delivered: null,
  undelivered: null,
  memory: 1,
  processor_ms: 1,
  ...more,
});

const span = (id: string, parent: string | null, startedAt: string, tookUs: number): OwnSpan => ({
  trace_id: '0'.repeat(32),
  id,
  parent_id: parent,
  name: id,
  kind: 'internal',
  started_at: startedAt,
  took_us: tookUs,
  failed: false,
  failure: null,
  attributes: [],
  links: [],
  service: 'order',
});

describe('the figures of all services', () => {
  it('are added up slot by slot, whenever each looked at itself', () => {
    const known = together([
      ['order', [sample('2026-03-04T10:00:00Z', { requests: 60, p99_us: 8000, outbox_pending: 3 }), sample('2026-03-04T10:00:10Z', { lasted_ms: 10_000, requests: 5, outbox_pending: 1 })]],
      ['notification', [sample('2026-03-04T09:59:55Z', { requests: 30, lag: 7, delivered: 15, undelivered: 0 })]],
    ]);
    expect(known.map((one) => [one.at, one.requests, one.pending, one.lag, one.delivered, one.p99])).toEqual([
      [Date.parse('2026-03-04T10:00:00Z'), 3, 3, 7, 0.5, { order: 8 }],
      [Date.parse('2026-03-04T10:00:30Z'), 0.5, 1, null, null, {}],
    ]);
  });

  it('are nothing where nobody answers', () => {
    expect(together([])).toEqual([]);
  });
});

describe('traces', () => {
  it('are put together from the parts of the services', () => {
    const head = (trace: string, at: string, us: number, failures = 0) => ({ trace_id: trace, name: `at ${at}`, started_at: at, took_us: us, spans: 2, failures });
    const traces = tracesOf([
      ['notification', [head('a', '2026-03-04T10:00:01Z', 500_000, 1)]],
      ['order', [head('a', '2026-03-04T10:00:00Z', 20_000), head('b', '2026-03-04T10:00:05Z', 1500)]],
    ]);
    expect(traces.map((one) => [one.id, one.name, one.tookMs, one.spans, one.failures, one.services])).toEqual([
      ['b', 'at 2026-03-04T10:00:05Z', 1.5, 2, 0, ['order']],
      ['a', 'at 2026-03-04T10:00:00Z', 1500, 4, 1, ['order', 'notification']],
    ]);
  });
});

describe('a waterfall', () => {
  it('has each span below the one that it is a part of', () => {
    const { bars, total } = waterfall([
      span('late', 'first', '2026-03-04T10:00:00.004000Z', 1000),
      span('early', 'first', '2026-03-04T10:00:00.001500Z', 500),
      span('within', 'late', '2026-03-04T10:00:00.004250Z', 250),
      span('first', 'of a client', '2026-03-04T10:00:00.001000Z', 9000),
    ]);
    expect(bars.map((bar) => [bar.span.id, bar.depth, Math.round(bar.from * 1000), Math.round(bar.to * 1000)])).toEqual([
      ['first', 0, 0, 9000],
      ['early', 1, 500, 1000],
      ['late', 1, 3000, 4000],
      ['within', 2, 3250, 3500],
    ]);
    expect(Math.round(total)).toBe(9);
  });

  it('loses no span to parents that go round in circles', () => {
    const own = waterfall([span('a', 'a', '2026-03-04T10:00:00.000000Z', 1), span('b', null, '2026-03-04T10:00:01.000000Z', 1)]);
    expect(own.bars.map((bar) => bar.span.id)).toEqual(['a', 'b']);
  });

  it('knows microseconds', () => {
    expect(exactly('2026-03-04T10:00:00.123456Z') - Date.parse('2026-03-04T10:00:00Z')).toBeCloseTo(123.456, 3);
  });
});
