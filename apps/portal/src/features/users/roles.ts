/** The roles that every installation has. An account's other roles are shown as they are written. */
export const ROLES = ['customer', 'support', 'approver', 'fulfilment', 'auditor', 'admin'] as const;
