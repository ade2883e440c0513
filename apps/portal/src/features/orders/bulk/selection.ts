import { useState } from 'react';
import type { Order } from '@/api/types';
import { ACTIONS, type Act } from '../actions';

/** The most orders of one selection. */
export const MOST = 500;

export type Selection = {
  orders: Order[];
  has: (order: Order) => boolean;
  toggle: (order: Order) => void;
  /** Selects all of these, or none of them if all are selected. */
  toggleAll: (orders: Order[]) => void;
  clear: () => void;
};

/** Orders that were picked in the list, over its pages. They are kept as they were seen last. */
export function useSelection(seen: Order[] | undefined): Selection {
  const [ids, setIds] = useState<ReadonlyMap<string, Order>>(new Map());
  const present = new Map((seen ?? []).map((order) => [order.id, order]));
  const orders = [...ids].map(([id, order]) => present.get(id) ?? order);
  const change = (edit: (next: Map<string, Order>) => void) => {
    const next = new Map(ids);
    edit(next);
    setIds(new Map([...next].slice(0, MOST)));
  };
  return {
    orders,
    has: (order) => ids.has(order.id),
    toggle: (order) => change((next) => (next.delete(order.id) ? undefined : next.set(order.id, order))),
    toggleAll: (all) =>
      change((next) => {
        const isFull = all.every((order) => next.has(order.id));
        for (const order of all) if (isFull) next.delete(order.id); else next.set(order.id, order);
      }),
    clear: () => setIds(new Map()),
  };
}

/** What can be done to at least one of them, by what each said when it was read. */
export const actsOnSome = (orders: Order[]): Act[] => (Object.keys(ACTIONS) as Act[]).filter((act) => orders.some((order) => order.allowed_actions.includes(act)));
