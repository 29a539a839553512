import type { StandInPage } from '../support/local-web.ts';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stand-in</title></head><body>${body}</body></html>`;

const PLAIN = page(
  '<h1>Stand-in page</h1><p>Text.</p><button onclick="document.documentElement.requestFullscreen()">Full screen</button>',
);

/** The stand-in web of the browser tests: the same pages under every host name. */
export function respond({ pathname }: URL): StandInPage | string {
  switch (pathname) {
    case '/strict':
      return {
        headers: { 'content-security-policy': "default-src 'none'; sandbox" },
        body: page('<h1>Strict</h1>'),
      };
    case '/frames':
      return page('<h1>Frames</h1><iframe src="https://example-truth.test/"></iframe>');
    case '/hostile':
      return page(
        `<h1>Hostile</h1><script>
          new MutationObserver(() => {
            for (const node of [...document.documentElement.children]) {
              if (node !== document.head && node !== document.body) node.remove();
            }
          }).observe(document.documentElement, { childList: true });
        </script>`,
      );
    case '/rtl':
      return page('<h1>عنوان</h1><p>نص</p>').replace(
        '<html lang="en">',
        '<html lang="ar" dir="rtl">',
      );
    case '/prerender':
      return page(
        `<h1>Prerender</h1><a href="/examplechannel">Channel</a><script type="speculationrules">
          {"prerender": [{"source": "list", "urls": ["/examplechannel"], "eagerness": "immediate"}]}
        </script>`,
      );
    default:
      return PLAIN;
  }
}
