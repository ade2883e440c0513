import { describe, expect, it } from 'vitest';
import { isAtEnd, merged, wanting, type Entry, type Places } from './merge';
import { csv } from './csv';

const entry = (service: Entry['service'], id: string, more: Partial<Entry> = {}): Entry => ({
  service, id, at: '2026-03-04T05:06:07Z', actor_kind: 'user', actor_id: 'a', action: 'order.ship', target: 'order:1', outcome: 'done', detail: null, request_id: null, trace_id: null, ip: null, user_agent: null, ...more,
});
const ids = (items: Entry[]) => items.map((one) => one.id);

describe('the log of three services', () => {
  it('shows nothing before what may be newer was read', () => {
    // Of order, something between 5 and 3 may come next; of user, nothing.
    const places: Places = { user: { cursor: null, held: [entry('user', '8'), entry('user', '2')] }, order: { cursor: 'next', held: [entry('order', '7'), entry('order', '5')] } };
    const { items, rest } = merged(places);
    expect(ids(items)).toEqual(['8', '7', '5']);
    expect(ids(rest.user!.held)).toEqual(['2']);
    expect(wanting(rest)).toEqual(['order']);
    expect(isAtEnd(rest)).toBe(false);
  });

  it('shows each entry once and in order, however the pages lie', () => {
    const sources: Record<string, string[]> = { user: ['9', '4', '1'], order: ['8', '7', '6', '5'], notification: ['3', '2'] };
    let places: Places = { user: { cursor: undefined, held: [] }, order: { cursor: undefined, held: [] }, notification: { cursor: undefined, held: [] } };
    const seen: string[] = [];
    for (let turn = 0; turn < 20 && !isAtEnd(places); turn += 1) {
      for (const name of wanting(places)) {
        // Pages of two; one of them is empty, though there is a next one.
        const from = Number(places[name]!.cursor ?? 0);
        const isEmpty = name === 'order' && from === 0 && turn === 0;
        const page = isEmpty ? [] : sources[name]!.slice(from, from + 2);
        const next = isEmpty ? '0' : from + 2 < sources[name]!.length ? String(from + 2) : null;
        places = { ...places, [name]: { cursor: next, held: page.map((id) => entry(name, id)) } };
      }
      if (wanting(places).length > 0) continue;
      const shown = merged(places);
      seen.push(...ids(shown.items));
      places = shown.rest;
    }
    expect(seen).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1']);
  });
});

describe('the file of the log', () => {
  it('has a line for each entry, in which nothing is a formula and nothing breaks a cell', () => {
    const text = csv([entry('order', '1', { target: '=1+1', user_agent: 'a "b", c\nd', detail: { reason: '@x' } })]);
    const [head, ...lines] = text.split('\r\n');
    expect(head).toBe('at,service,actor_kind,actor_id,action,target,outcome,detail,request_id,trace_id,ip,user_agent,id');
    expect(lines[0]).toBe('2026-03-04T05:06:07Z,order,user,a,order.ship,\'=1+1,done,"{""reason"":""@x""}",,,,"a ""b"", c\nd",1');
    expect(lines.slice(1)).toEqual(['']);
  });
});
