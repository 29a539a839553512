import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Programs that can load our build, best first: branded Chrome ignores `--load-extension`, so the
 * build is loaded by pipe, and it comes last all the same.
 */
const OWN_CHROMIUM = ['chromium', 'chromium-browser'] as const;
const CANDIDATES = {
  chromium: [...OWN_CHROMIUM, 'microsoft-edge', 'google-chrome', 'chrome'],
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

/** The path of the first of the programs that is there. */
type FindProgram = (programs: readonly string[]) => string | undefined;

/** The path of an installed browser of the family, or undefined. `DEMONITOR_CHROMIUM` and
 *  `DEMONITOR_FIREFOX` name one by hand. */
export function findBrowser(family: BrowserFamily): string | undefined {
  return readNamed(family) ?? findProgram(CANDIDATES[family]);
}

/**
 * The family of the browser for a demonstration: Chromium, then Firefox, then Edge and Chrome,
 * which are more often somebody's own. A browser named by hand counts as the family's best.
 */
export function findDemoFamily(find: FindProgram = findProgram): BrowserFamily | undefined {
  if ((readNamed('chromium') ?? find(OWN_CHROMIUM)) !== undefined) return 'chromium';
  if ((readNamed('firefox') ?? find(CANDIDATES.firefox)) !== undefined) return 'firefox';
  return find(CANDIDATES.chromium) === undefined ? undefined : 'chromium';
}

function readNamed(family: BrowserFamily): string | undefined {
  return process.env[`DEMONITOR_${family.toUpperCase()}`] || undefined;
}

function findProgram(programs: readonly string[]): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...USUAL_PLACES];
  for (const program of programs) {
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
