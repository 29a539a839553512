import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that can load our build, best first: branded Chrome ignores `--load-extension`. */
const CANDIDATES = {
  chromium: ['chromium', 'chromium-browser', 'microsoft-edge', 'google-chrome', 'chrome'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
} as const;

const USUAL_PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Chromium.app/Contents/MacOS',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Microsoft Edge.app/Contents/MacOS',
  '/Applications/Firefox.app/Contents/MacOS',
  'C:\\Program Files\\Google\\Chrome\\Application',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application',
  'C:\\Program Files\\Mozilla Firefox',
];
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  chromium: ['Chromium'],
  'google-chrome': ['Google Chrome', 'chrome.exe'],
  'microsoft-edge': ['Microsoft Edge', 'msedge.exe'],
  firefox: ['firefox.exe'],
};

export type BrowserFamily = keyof typeof CANDIDATES;

/** The path of an installed browser of the family, or undefined. `DEMONITOR_CHROMIUM` and
 *  `DEMONITOR_FIREFOX` name one by hand. */
export function findBrowser(family: BrowserFamily): string | undefined {
  const named = process.env[`DEMONITOR_${family.toUpperCase()}`];
  if (named !== undefined && named !== '') return named;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...USUAL_PLACES];
  for (const program of CANDIDATES[family]) {
    for (const name of [program, ...(OTHER_NAMES[program] ?? [])]) {
      for (const folder of folders) {
        const path = join(folder, name);
        if (isExecutable(path)) return path;
      }
    }
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: either way not a candidate.
    return false;
  }
}
