import { useTranslation } from 'react-i18next';
import type { TextKey } from '.';

/** The kind of a notification in words, or as the service writes it when there are none yet. */
export function useKindText(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  return (kind) => (i18n.exists(`kind.${kind}`) ? t(`kind.${kind}` as TextKey) : kind);
}
