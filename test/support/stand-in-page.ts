/** A host of a source on the shipped list; its real site is never asked. */
export const LISTED_HOST = 'yournewswire.com';

/** The page that stands in for a listed source, and says so. */
export function respondAsListed(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Stand-in page</title><style>
:root{color-scheme:light dark}
body{font:1.1em/1.5 Georgia,serif;max-width:36em;margin:3em auto;padding:0 1em}
</style></head><body>
<h1>This is a stand-in</h1>
<p>This page comes from your own machine. It stands in for <b>${LISTED_HOST}</b>, a source on the
list, so that you can see what Demonitor shows there. Nothing was asked of the real site.</p>
<p>Look for the badge in the corner, then press the Demonitor button of the toolbar.</p>
</body></html>`;
}
