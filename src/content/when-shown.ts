/** Runs once the document is on show: a prerendered page may never be seen by the reader. */
export function whenShown(page: Document, run: () => void): void {
  // Not in every browser's types: https://developer.mozilla.org/docs/Web/API/Document/prerendering
  const { prerendering } = page as { prerendering?: boolean };
  if (prerendering === true) page.addEventListener('prerenderingchange', run, { once: true });
  else run();
}
