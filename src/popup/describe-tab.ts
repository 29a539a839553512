import type { Browser } from '../platform/browser.ts';
import { withTimeout } from '../platform/with-timeout.ts';
import type { PopupView } from './popup-view.ts';

/** A page answers within a frame or two, unless it hangs or shows an alert. */
const PAGE_MILLISECONDS = 1_000;

/** What the content script is declared for; the reader may have withheld it. */
const ALL_SITES = ['http://*/*', 'https://*/*'];

/** What a tab says of itself; the address only where the reader's click or site access allows. */
export interface OpenTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** The address to check, or why this tab cannot be checked. */
export type TabDescription =
  | { readonly kind: 'address'; readonly address: string }
  | Extract<PopupView, { readonly kind: 'not-checkable' }>;

/**
 * Tells a tab that can be checked from one that cannot. A web page whose content script does not
 * answer has been open since before the install (a reload helps), is one of the browser's own (an
 * error page, a document viewer), or has been withheld by the reader; without the script there is no
 * badge, so this must not look like "not listed".
 */
export async function describeTab(
  { id, url }: OpenTab,
  browser: Pick<Browser, 'tabs' | 'permissions'>,
): Promise<TabDescription> {
  if (url === undefined || url === '') {
    // With access to all sites, a page that still hides its address is the browser's own.
    const isAllowed = await browser.permissions.contains({ origins: ALL_SITES });
    return { kind: 'not-checkable', reason: isAllowed ? 'browser-page' : 'no-access' };
  }
  if (url.startsWith('file:')) return { kind: 'not-checkable', reason: 'local-file' };
  if (!/^https?:/.test(url)) return { kind: 'not-checkable', reason: 'browser-page' };
  if (id !== undefined && (await hasContentScript(id, browser))) {
    return { kind: 'address', address: url };
  }
  const origins = [`${new URL(url).origin}/*`];
  const isAllowed = await browser.permissions.contains({ origins });
  const reason = isAllowed ? 'reload-needed' : 'no-access';
  return { kind: 'not-checkable', reason, address: url };
}

/**
 * A page that does not answer in time counts as one with our script: where nobody listens, both
 * browsers say so at once, so this one only hangs (an open alert does that).
 */
async function hasContentScript(id: number, { tabs }: Pick<Browser, 'tabs'>): Promise<boolean> {
  try {
    const asked: Promise<unknown> = tabs.sendMessage(id, { kind: 'page/state' }, { frameId: 0 });
    // Wrapped, so that an empty answer differs from none.
    const wrapped = asked.then((answer) => ({ answer }));
    const reply = await withTimeout(wrapped, PAGE_MILLISECONDS);
    return reply === undefined || isPageState(reply.answer);
  } catch {
    // Nobody listens in that tab.
    return false;
  }
}

function isPageState(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'isListed' in answer;
}
