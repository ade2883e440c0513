import type { Permission, RoleRule } from '@/api/types';

/** What a role says of a permission. */
export type Level = 'nothing' | 'own' | 'any' | 'deny';
export const LEVELS: readonly Level[] = ['nothing', 'own', 'any', 'deny'];

export const nameOf = ({ resource, action }: { resource: string; action: string }) => `${resource}:${action}`;
export const textOf = (rule: { resource: string; action: string; scope: string; effect: string }) => `${nameOf(rule)} ${rule.scope} ${rule.effect}`;
export const isPattern = (rule: RoleRule) => rule.resource === '*' || rule.action === '*';

const isAbout = (rule: RoleRule, permission: Permission) =>
  (rule.resource === '*' || rule.resource === permission.resource) && (rule.action === '*' || rule.action === permission.action);

/** As services decide: any denial wins, and what is not granted is refused. */
export function levelOf(rules: readonly RoleRule[], permission: Permission): Level {
  const about = rules.filter((rule) => isAbout(rule, permission));
  if (about.some((rule) => rule.effect === 'deny')) return 'deny';
  if (about.some((rule) => rule.scope === 'any')) return 'any';
  return about.length > 0 ? 'own' : 'nothing';
}

/** The rule for several permissions that says most of this one. */
export function patternFor(rules: readonly RoleRule[], permission: Permission): RoleRule | undefined {
  const patterns = rules.filter((rule) => isPattern(rule) && isAbout(rule, permission));
  return patterns.find((rule) => rule.effect === 'deny') ?? patterns.find((rule) => rule.scope === 'any') ?? patterns[0];
}

/** The rules with this one permission at this level, whatever patterns say beside it. */
export function withLevel(rules: readonly RoleRule[], { resource, action }: Permission, level: Level): RoleRule[] {
  const others = rules.filter((rule) => rule.resource !== resource || rule.action !== action);
  if (level === 'nothing') return others;
  const effect = level === 'deny' ? ('deny' as const) : ('allow' as const);
  return [...others, { resource, action, scope: level === 'own' ? 'own' : 'any', effect }];
}

/** The level that a rule of this permission's own gives it. */
export function ownLevel(rules: readonly RoleRule[], permission: Permission): Level {
  return levelOf(
    rules.filter((rule) => !isPattern(rule)),
    permission,
  );
}

export type Change = { permission: Permission; before: Level; after: Level };

export function changes(all: readonly Permission[], before: readonly RoleRule[], after: readonly RoleRule[]): Change[] {
  return all.map((permission) => ({ permission, before: levelOf(before, permission), after: levelOf(after, permission) })).filter((one) => one.before !== one.after);
}

const WEIGHT: Record<Level, number> = { deny: -1, nothing: 0, own: 1, any: 2 };
export const isGain = ({ before, after }: Change) => WEIGHT[after] > WEIGHT[before];
