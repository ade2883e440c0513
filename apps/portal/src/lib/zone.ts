// Calendar days in the zone that a person chose, which need not be the browser's.
import { formatZone } from './format';

/** How many minutes a zone is ahead of UTC at a moment: 120 in Berlin in summer, -300 in New York in winter. */
export function offsetMinutes(at: Date = new Date(), zone: string = formatZone()): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const there = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
  return Math.round((there - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
}

/** The moment at which a day such as 2026-11-27 begins, or one `later` days after it. */
export function startOfDay(day: string, later = 0, zone: string = formatZone()): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const midnight = Date.UTC(year, month - 1, date + later);
  const first = midnight - offsetMinutes(new Date(midnight), zone) * 60_000;
  // On the days on which the clocks change, the offset at UTC's midnight is not the one at the zone's.
  return new Date(midnight - offsetMinutes(new Date(first), zone) * 60_000);
}
