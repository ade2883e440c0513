import type { ServiceName } from '@/lib/health';
import { day, defined, oneOf, text } from '@/lib/search';

export const OUTCOMES = ['done', 'denied'] as const;
export const SERVICES: readonly ServiceName[] = ['user', 'order', 'notification'];
export type AuditSearch = {
  service?: ServiceName;
  outcome?: (typeof OUTCOMES)[number];
  /** An action, or the beginning of one when it ends with a dot. */
  action?: string;
  actor?: string;
  /** A target, or all of a kind when it ends with a colon. */
  target?: string;
  from?: string;
  until?: string;
};

export function parseAuditSearch(search: Record<string, unknown>): AuditSearch {
  return defined({
    service: oneOf(search.service, SERVICES),
    outcome: oneOf(search.outcome, OUTCOMES),
    action: text(search.action, 100),
    actor: text(search.actor, 200),
    target: text(search.target, 200),
    from: day(search.from),
    until: day(search.until),
  });
}
