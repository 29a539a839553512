import { findOldBadges } from './find-old-badges.ts';

/** How often the badge comes back after the page dropped it: no tug of war. */
const MAX_RETURNS = 3;
/** Keys pressed on the badge are the reader's word to us, not the page's shortcuts. */
const KEY_EVENTS = ['keydown', 'keypress', 'keyup'] as const;

/** A badge on the page: drawn in a closed root, so that neither side's style or script leaks. */
export interface BadgeHost {
  readonly remove: () => void;
}

/**
 * Puts a badge over the page, in its top layer: there no style of the page's root moves or hides it.
 * It hangs on the root element, where a page that rewrites its body leaves it alone; if the page
 * drops it all the same, it returns at most three times.
 */
export function showBadge(page: Document, draw: (root: ShadowRoot) => void): BadgeHost {
  for (const old of findOldBadges(page)) old.remove();
  const host = page.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLDivElement;
  host.popover = 'manual';
  styleHost(host);
  for (const type of KEY_EVENTS) host.addEventListener(type, (event) => event.stopPropagation());
  draw(host.attachShadow({ mode: 'closed' }));

  const hideInFullScreen = () => {
    const display = page.fullscreenElement === null ? 'block' : 'none';
    host.style.setProperty('display', display, 'important');
  };
  let returnsLeft = MAX_RETURNS;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    if (returnsLeft === 0) observer.disconnect();
    else attach();
    returnsLeft -= 1;
  });
  const attach = () => {
    page.documentElement?.append(host);
    raise(host);
    // A video may be on show already.
    hideInFullScreen();
    // `document.open` replaces the root element and takes listeners away with it.
    observer.disconnect();
    observer.observe(page, { childList: true });
    if (page.documentElement !== null) observer.observe(page.documentElement, { childList: true });
    page.addEventListener('fullscreenchange', hideInFullScreen);
  };
  attach();
  return {
    remove: () => {
      observer.disconnect();
      page.removeEventListener('fullscreenchange', hideInFullScreen);
      host.remove();
    },
  };
}

/** Attaching takes an element out of the top layer; a document that cannot show one refuses. */
function raise(host: HTMLElement): void {
  try {
    host.showPopover();
  } catch {
    // As with a page that forbids it: the style holds it in its corner without the top layer.
  }
}

/** Through the CSSOM, which a page's `style-src` does not forbid (CSP 3 §6.1.14). */
function styleHost(host: HTMLElement): void {
  const style: Readonly<Record<string, string>> = {
    all: 'initial',
    // Not touched by `all`; on a page from right to left the card would open away from its pill.
    direction: 'ltr',
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
