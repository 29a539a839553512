/** What `npm start` and `npm test` need on a fresh clone; plain Node, since nothing is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline/promises';

const DEBIAN_PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Runs a program with our terminal; true when it ended well. */
export function run(program, args, options = {}) {
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: isWindows, ...options });
  return status === 0;
}

/** Installs the npm packages that the lock file names, unless just these are there. */
export function installPackages() {
  const wanted = readPackages('package-lock.json');
  if (isInstalled(wanted, readPackages('node_modules/.package-lock.json'))) return;
  console.log('Installing npm packages …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) {
    console.error('npm ci failed; nothing was started.');
    process.exit(1);
  }
}

/**
 * Whether the packages that npm notes in `node_modules` are those of the lock file. Compared by
 * content, since a checkout says nothing by its times; optional ones may be for other systems.
 */
export function isInstalled(wanted, present) {
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    // Missing or cut short by an install that was stopped: either way to be installed.
    return undefined;
  }
}

/**
 * Makes sure that every browser of `families` is there. Missing ones are installed from Debian's
 * packages: after a yes on a terminal, at once with `--yes`, never where nobody can be asked.
 */
export async function installBrowsers(families, findBrowser, { yes }) {
  const missing = families.filter((family) => findBrowser(family) === undefined);
  if (missing.length === 0) return;
  const packages = missing.map((family) => DEBIAN_PACKAGES[family]);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!isOnPath('apt-get')) {
    console.error(
      `No ${missing.join(' and no ')} found. Install it, or name its program in ` +
        missing.map((family) => `DEMONITOR_${family.toUpperCase()}`).join(', '),
    );
    process.exit(1);
  }
  if (!yes && !process.stdin.isTTY) {
    console.error(
      `No ${missing.join(' and no ')} found, and nobody can be asked here. Run "${command}", ` +
        'or run this again with "-- --yes", which does.',
    );
    process.exit(1);
  }
  if (!yes && !(await ask(`May I run "${command}"? [y/N] `))) {
    console.error(`Not installed: ${packages.join(', ')}. Nothing was changed.`);
    process.exit(1);
  }
  console.log(`Running: ${command}`);
  const sudo = process.getuid?.() === 0 || !isOnPath('sudo') ? [] : ['sudo'];
  const [program, ...args] = [...sudo, ...command.split(' ')];
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run(sudo[0] ?? 'apt-get', [...(sudo.length > 0 ? ['apt-get'] : []), 'update', '-q']);
  if (!run(program, args, { env: environment })) {
    console.error(`"${command}" failed. Install the browser by hand and run this again.`);
    process.exit(1);
  }
}

function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, program)));
}

async function ask(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
