import { Check, CircleX, Ban, PackageCheck, PackageX, Truck, type LucideIcon } from 'lucide-react';
import { orders, unwrap } from '@/api/client';
import type { Order, OrderAction } from '@/api/types';
import type { Look } from '@/ui/button';

export type Act = 'approve' | 'reject' | 'cancel' | 'ship' | 'deliver' | 'abort';
export type ActForm = { reason: string; note: string; carrier: string; tracking: string; deliveredAt: string; confirm: string };
type Field = keyof ActForm;

type Definition = {
  icon: LucideIcon;
  look: Look;
  solid: Look;
  key: string;
  fields: Field[];
  required: (order: Order, isOwner: boolean) => Field[];
};

/** Every step that a person takes on an order: how its button looks, its key, and what its form asks. */
export const ACTIONS: Record<Act, Definition> = {
  approve: { icon: Check, look: 'primary', solid: 'primary', key: 'a', fields: ['note'], required: () => [] },
  ship: { icon: Truck, look: 'primary', solid: 'primary', key: 's', fields: ['carrier', 'tracking'], required: () => ['carrier'] },
  deliver: { icon: PackageCheck, look: 'primary', solid: 'primary', key: 'd', fields: ['deliveredAt'], required: () => [] },
  reject: { icon: CircleX, look: 'danger', solid: 'danger-solid', key: 'r', fields: ['reason', 'note'], required: () => ['reason'] },
  cancel: {
    icon: Ban,
    look: 'danger',
    solid: 'danger-solid',
    key: 'c',
    fields: ['reason', 'note'],
    // Owners may cancel without a word until the order is approved.
    required: (order, isOwner) => (isOwner && order.status === 'CREATED' ? [] : ['reason']),
  },
  abort: { icon: PackageX, look: 'danger', solid: 'danger-solid', key: '', fields: ['reason', 'confirm'], required: () => ['reason', 'confirm'] },
};

export const isAct = (action: OrderAction): action is Act => action in ACTIONS;

/** The steps that this person can take now, the wanted one first. */
export const actsOn = (order: Order): Act[] => (Object.keys(ACTIONS) as Act[]).filter((act) => order.allowed_actions.includes(act));

const text = (value: string): string | null => value.trim() || null;

export type Sent = { version: number; key: string };

export function perform(act: Act, id: string, form: ActForm, { version, key }: Sent): Promise<Order> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"`, 'Idempotency-Key': key } };
  const note = text(form.note);
  switch (act) {
    case 'approve':
      return unwrap(orders.POST('/api/v1/orders/{id}/approve', { params, body: { note } }));
    case 'reject':
      return unwrap(orders.POST('/api/v1/orders/{id}/reject', { params, body: { reason: form.reason.trim(), note } }));
    case 'cancel':
      return unwrap(orders.POST('/api/v1/orders/{id}/cancel', { params, body: { reason: text(form.reason), note } }));
    case 'ship':
      return unwrap(orders.POST('/api/v1/orders/{id}/ship', { params, body: { carrier: form.carrier.trim(), tracking_number: text(form.tracking) } }));
    case 'deliver':
      return unwrap(orders.POST('/api/v1/orders/{id}/deliver', { params, body: { delivered_at: form.deliveredAt ? new Date(form.deliveredAt).toISOString() : null } }));
    case 'abort':
      return unwrap(orders.POST('/api/v1/orders/{id}/abort', { params, body: { reason: form.reason === 'returned_to_sender' ? 'returned_to_sender' : 'lost' } }));
  }
}
