import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserSession, startSession } from './browser-session.ts';
import type { drawOpenBadge } from './draw-open-badge.ts';
import { runAxe } from './run-axe.ts';

const PICTURES = '.cache/pictures';
/** In the page, once the bundle was run there. */
declare const badge: { readonly drawOpenBadge: typeof drawOpenBadge };
/** A page that axe has nothing to say about. */
const PAGE = `<!doctype html><html lang="en"><head><title>Page</title></head>
<body><main><h1>Page</h1></main></body></html>`;

/** The badge of the content script, in an open root: axe and scripts cannot look into its own. */
describe('the badge', () => {
  let session: BrowserSession;
  let page: Page;
  let script: string;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    script = await bundle('test/e2e/draw-open-badge.ts');
    session = await startSession({ isInstalled: false, respond: () => PAGE });
    page = session.page;
  });
  afterAll(() => session?.close());
  beforeEach(async () => {
    await page.goto('https://innocent.test/');
    await page.evaluate(script);
  });

  const draw = (language: 'en' | 'fr', isContested = false) =>
    page.evaluate((...given) => badge.drawOpenBadge(...given), language, isContested);
  const press = () => page.click('pierce/.pill');
  /** The style that the browser gives a part of the badge. */
  const readStyle = (selector: string, name: string) =>
    page.$eval(
      `pierce/${selector}`,
      (part, property) => getComputedStyle(part).getPropertyValue(property),
      name,
    );

  describe.each(['light', 'dark'])('in a %s browser', (theme) => {
    it.each([
      ['en', false],
      ['fr', true],
    ] as const)(
      'has nothing that axe minds, closed or open, in %s',
      async (language, isContested) => {
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: theme },
          // Half faded in, its colours would count for less.
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await draw(language, isContested);
        expect(await runAxe(page)).toEqual([]);
        await press();
        await page.waitForSelector('pierce/.card', { visible: true });
        expect(await runAxe(page)).toEqual([]);
        await page.screenshot({ path: `${PICTURES}/badge-${theme}-${language}.png` });
      },
    );
  });

  it.each([
    ['no-preference', 'open'],
    ['reduce', 'none'],
  ])('moves only for readers who do not mind: %s', async (preference, animation) => {
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: preference }]);
    await draw('en');
    await press();
    expect(await readStyle('.card', 'animation-name')).toBe(animation);
  });

  it.each([
    ['none', 'rgb(242, 177, 58)'],
    ['active', 'Highlight'],
  ])(
    'takes its mark’s colour from the system where colours are forced: %s',
    async (forced, fill) => {
      const cdp = await page.createCDPSession();
      const features = [{ name: 'forced-colors', value: forced }];
      await cdp.send('Emulation.setEmulatedMedia', { features });
      await draw('en');
      const expected = await page.evaluate((colour) => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.cssText = `forced-color-adjust:none;color:${colour}`;
        return getComputedStyle(probe).color;
      }, fill);
      expect(await readStyle('path', 'fill')).toBe(expected);
      await cdp.detach();
    },
  );
});

/** One script whose exports hang on `badge`. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'badge' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [chunk] = output !== undefined && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built.');
  return chunk.code;
}
