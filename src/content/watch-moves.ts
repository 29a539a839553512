/** How often an old browser's address is compared, on hosts where a path can decide. */
const POLL_MILLISECONDS = 1_000;

interface NavigationLike {
  addEventListener(type: 'currententrychange', listener: () => void): void;
}

/**
 * Calls back after same-document moves (`pushState`, fragments, back and forward). The Navigation
 * API tells of all of them without touching the page's `history`; older browsers are asked by time.
 */
export function watchMoves(page: Window, onMove: () => void): void {
  const { navigation } = page as { navigation?: NavigationLike };
  if (navigation !== undefined) {
    navigation.addEventListener('currententrychange', onMove);
    return;
  }
  let last = page.location.href;
  const compare = () => {
    if (page.location.href === last) return;
    last = page.location.href;
    onMove();
  };
  page.addEventListener('popstate', compare);
  page.setInterval(compare, POLL_MILLISECONDS);
}
