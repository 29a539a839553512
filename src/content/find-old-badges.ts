/** The class on the badge's outermost element inside its root. */
const BADGE_SELECTOR = '.badge[role="complementary"]';

/** How each browser lets an extension, and no page, look into a closed root. */
interface RootOpener {
  readonly chrome?: {
    readonly dom?: { readonly openOrClosedShadowRoot: (host: HTMLElement) => ShadowRoot | null };
  };
}

/**
 * The hosts of badges that an earlier script of ours left behind: Firefox starts the new script in
 * open tabs when the extension is updated, and the old one cannot take its badge along.
 */
export function findOldBadges(page: Document): readonly Element[] {
  const children = page.documentElement?.children ?? [];
  return [...children].filter((element) => {
    if (!(element instanceof HTMLDivElement)) return false;
    return openRoot(element)?.querySelector(BADGE_SELECTOR) !== null;
  });
}

/** An empty fragment where there is no root, or no way to look into it. */
function openRoot(host: HTMLElement): ParentNode {
  const { chrome }: RootOpener = globalThis as object;
  // Firefox's own: developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot
  const { openOrClosedShadowRoot: root } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
  return root ?? chrome?.dom?.openOrClosedShadowRoot(host) ?? document.createDocumentFragment();
}
