import { expect, test } from 'vitest';
import { dayText } from './format';
import { offsetMinutes, startOfDay } from './zone';

test('a zone is ahead of UTC or behind it', () => {
  const at = (zone: string, time: string) => offsetMinutes(new Date(time), zone);
  expect([at('UTC', '2026-11-27T23:40:00Z'), at('Europe/Berlin', '2026-11-27T23:40:00Z'), at('Europe/Berlin', '2026-07-01T00:00:00Z')]).toEqual([0, 60, 120]);
  expect([at('America/New_York', '2026-11-27T23:40:00Z'), at('Asia/Kolkata', '2026-11-27T00:00:00.999Z')]).toEqual([-300, 330]);
});

test('a day begins at the midnight of its zone, also where the clocks change', () => {
  const begins = (zone: string, day: string, later = 0) => startOfDay(day, later, zone).toISOString();
  expect(begins('Europe/Berlin', '2026-11-27')).toBe('2026-11-26T23:00:00.000Z');
  expect(begins('America/New_York', '2026-11-30', 1)).toBe('2026-12-01T05:00:00.000Z');
  expect([begins('Europe/Berlin', '2026-03-29'), begins('Europe/Berlin', '2026-03-29', 1)]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
  expect(begins('Pacific/Auckland', '2026-09-27', 1)).toBe('2026-09-27T11:00:00.000Z');
  // No calendar has it, but an address may.
  expect(begins('UTC', '2026-02-30')).toBe('2026-03-02T00:00:00.000Z');
});

test('a day is called the same in every zone', () => {
  expect(dayText('2026-11-27', 'axis')).toMatch(/27/);
});
