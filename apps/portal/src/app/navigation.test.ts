import { describe, expect, it } from 'vitest';
import type { GrantedPermission } from '@/api/types';
import { canWith } from '@/features/auth/queries';
import { homeOf, mayOpen, navigation } from './navigation';

const grant = (...names: string[]): GrantedPermission[] =>
  names.map((name) => {
    const [resource, action, scope] = name.split(':') as [string, string, 'own' | 'any'];
    return { resource, action, scope };
  });
const pages = (...names: string[]) => navigation(canWith(grant(...names))).flatMap((group) => group.items.map((item) => item.to));

describe('the navigation', () => {
  it('shows what somebody may open, and nothing else', () => {
    expect(pages()).toEqual([]);
    expect(pages('order:read:own', 'inbox:read:own')).toEqual(['/orders', '/inbox']);
    expect(pages('order:read:any', 'order:approve:any')).toEqual(['/overview', '/orders', '/approvals']);
    expect(pages('outbox:read:any', 'system:read:any', 'user:read:any')).toEqual(['/users', '/pipeline', '/system']);
    expect(pages('role:read:any')).toEqual(['/roles']);
  });

  it('leaves out a mailbox that is none', () => {
    const can = canWith(grant('mailbox:read:any'));
    expect(navigation(can, ['/mailbox'])).toEqual([]);
    expect(mayOpen('/mailbox', can)).toBe(true);
  });

  it('begins where work waits', () => {
    expect(homeOf(canWith(grant('order:read:own')))).toBe('/orders');
    expect(homeOf(canWith(grant('order:read:any')))).toBe('/overview');
  });

  it('counts a wide permission as a narrow one, and not the other way', () => {
    const can = canWith(grant('order:read:any', 'note:write:own'));
    expect([can('order', 'read', 'own'), can('order', 'read'), can('note', 'write', 'own'), can('note', 'write')]).toEqual([true, true, true, false]);
  });
});
