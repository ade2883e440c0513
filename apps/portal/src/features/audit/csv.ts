// The audit log as a file for spreadsheets (RFC 4180).
import type { Entry } from './merge';

const COLUMNS = ['at', 'service', 'actor_kind', 'actor_id', 'action', 'target', 'outcome', 'detail', 'request_id', 'trace_id', 'ip', 'user_agent', 'id'] as const;

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  // A spreadsheet would run what begins so: the apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = (entries: readonly Entry[]): string => [COLUMNS.join(','), ...entries.map((entry) => COLUMNS.map((column) => cell(entry[column])).join(',')), ''].join('\r\n');
