const STORED_AS = 'selvedge.reloaded';
const AGAIN_AFTER_MS = 60_000;

/** A new version was deployed while this page was open: its chunks are gone, so the page is loaded anew, once. */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(STORED_AS) ?? 0);
    if (Date.now() - last < AGAIN_AFTER_MS) return;
    event.preventDefault();
    sessionStorage.setItem(STORED_AS, String(Date.now()));
    window.location.reload();
  });
}
