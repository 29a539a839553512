import type { Page, Protocol } from 'puppeteer-core';

type Node = Protocol.DOM.Node;

/** What a badge reads like; its root is closed, so only the browser itself can look inside. */
export interface FoundBadge {
  readonly text: string;
  /** Whether page scripts would be given the root: must be `closed`. */
  readonly mode: string | undefined;
}

/** The badge of a page in Chromium, or undefined. */
export async function findBadge(page: Page): Promise<FoundBadge | undefined> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return findIn(root);
  } finally {
    await session.detach();
  }
}

function findIn(node: Node): FoundBadge | undefined {
  for (const root of node.shadowRoots ?? []) {
    if (root.shadowRootType === 'closed' && collectNames(root).includes('complementary')) {
      return { text: collectText(root), mode: root.shadowRootType };
    }
  }
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = findIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function collectNames(node: Node): readonly string[] {
  return [...(node.attributes ?? []), ...(node.children ?? []).flatMap(collectNames)];
}

function collectText(node: Node): string {
  if (node.nodeName === 'STYLE') return '';
  return [node.nodeValue, ...(node.children ?? []).map(collectText)].filter(Boolean).join(' ');
}
