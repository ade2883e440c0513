import { describe, expect, it } from 'vitest';
import type { Permission, RoleRule } from '@/api/types';
import { changes, isGain, levelOf, ownLevel, patternFor, withLevel } from './rules';

const permission = (resource: string, action: string): Permission => ({ resource, action, description: '' });
const rule = (text: string): RoleRule => {
  const [resource, action, scope, effect] = text.split(' ') as [string, string, 'own' | 'any', 'allow' | 'deny'];
  return { resource, action, scope, effect };
};
const READ = permission('order', 'read');
const SHIP = permission('order', 'ship');

describe('rules', () => {
  it.each([
    [[], 'nothing'],
    [['order read own allow'], 'own'],
    [['order read own allow', 'order * any allow'], 'any'],
    [['* * any allow', 'order read own deny'], 'deny'],
    [['note read any allow'], 'nothing'],
  ] as const)('%j say %s', (rules, level) => {
    expect(levelOf(rules.map(rule), READ)).toBe(level);
  });

  it('of one permission are set beside those of several', () => {
    const rules = [rule('order * own allow')];
    const wider = withLevel(rules, READ, 'any');
    expect([levelOf(wider, READ), levelOf(wider, SHIP), ownLevel(wider, READ), ownLevel(wider, SHIP)]).toEqual(['any', 'own', 'any', 'nothing']);
    expect(withLevel(wider, READ, 'nothing')).toEqual(rules);
    expect(patternFor(wider, SHIP)).toEqual(rules[0]);
    expect(levelOf(withLevel(rules, SHIP, 'deny'), SHIP)).toBe('deny');
  });

  it('are compared by what they say, and not by how', () => {
    const before = [rule('order read any allow')];
    expect(changes([READ, SHIP], before, [rule('order read any allow'), rule('order read own allow')])).toEqual([]);
    const found = changes([READ, SHIP], before, [rule('order * own allow')]);
    expect(found.map((one) => [one.permission.action, one.before, one.after, isGain(one)])).toEqual([
      ['read', 'any', 'own', false],
      ['ship', 'nothing', 'own', true],
    ]);
  });
});
