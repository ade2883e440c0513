import { useTranslation } from 'react-i18next';

/** The service's reasons in the reader's language: by code where we have a text, in English where we have none. */
export function useServerText(): (code: string, message: string) => string {
  const { t, i18n } = useTranslation();
  return (code, message) => {
    const key = `server.${code}`;
    return i18n.exists(key) ? t(key as 'server.required') : message.charAt(0).toUpperCase() + message.slice(1);
  };
}
