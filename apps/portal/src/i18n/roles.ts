import { useTranslation } from 'react-i18next';
import type { TextKey } from '.';

/** A role by name, or as it is written when it is one of our own. */
export function useRoleText(): (role: string) => string {
  const { t, i18n } = useTranslation();
  return (role) => (i18n.exists(`role.${role}`) ? t(`role.${role}` as TextKey) : role);
}
