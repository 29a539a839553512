/** How often the badge comes back after the page dropped it: no tug of war. */
const MAX_RETURNS = 3;

/** A badge on the page: drawn in a closed root, so that neither side's style or script leaks. */
export interface BadgeHost {
  readonly remove: () => void;
}

/**
 * Puts a badge over the page. It hangs on the root element, where a page that rewrites its body
 * leaves it alone; if the page drops it all the same, it returns at most three times.
 */
export function showBadge(page: Document, draw: (root: ShadowRoot) => void): BadgeHost {
  const host = page.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLDivElement;
  styleHost(host);
  draw(host.attachShadow({ mode: 'closed' }));
  let returnsLeft = MAX_RETURNS;
  const attach = () => page.documentElement?.append(host);
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    if (returnsLeft === 0) {
      observer.disconnect();
      return;
    }
    returnsLeft -= 1;
    attach();
  });
  const hideInFullScreen = () => {
    host.style.setProperty(
      'display',
      page.fullscreenElement === null ? 'block' : 'none',
      'important',
    );
  };
  attach();
  // The document itself too: `document.open` replaces the root element.
  observer.observe(page, { childList: true });
  if (page.documentElement !== null) observer.observe(page.documentElement, { childList: true });
  page.addEventListener('fullscreenchange', hideInFullScreen);
  return {
    remove: () => {
      observer.disconnect();
      page.removeEventListener('fullscreenchange', hideInFullScreen);
      host.remove();
    },
  };
}

/** Through the CSSOM, which a page's `style-src` does not forbid (CSP 3 §6.1.14). */
function styleHost(host: HTMLElement): void {
  const style: Readonly<Record<string, string>> = {
    all: 'initial',
    display: 'block',
    position: 'fixed',
    'inset-block-end': '0',
    'inset-inline-end': '0',
    'z-index': '2147483647',
  };
  for (const [name, value] of Object.entries(style)) {
    host.style.setProperty(name, value, 'important');
  }
}
