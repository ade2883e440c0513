import { useEffect, useState } from 'react';

/** The token of a mailed link, taken out of the address at once: it must not stay in history or be shared. */
export function useLinkToken(): string {
  const [token] = useState(() => new URLSearchParams(location.search).get('token') ?? '');
  useEffect(() => {
    if (token) history.replaceState(history.state, '', location.pathname);
  }, [token]);
  return token;
}
