/** A tab from before an upgrade asks for files that are gone: it is loaded anew, once. */
export function reloadOnceForNewVersion(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem('reloaded-at') ?? 0);
    if (!navigator.onLine || Date.now() - last < 60_000) return;
    sessionStorage.setItem('reloaded-at', String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
