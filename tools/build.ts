/**
 * Builds `dist/chromium`, `dist/firefox` and `dist/cli`: first what vite copies (icons, texts, the
 * compiled list), then the bundles, then the size budgets.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { build } from 'vite';
import { BUILD_FILE, formatBuildDay } from '../src/cli/build-day.ts';
import { checkSizes } from './check-sizes.ts';
import { packDevelopmentList } from './development-list.ts';
import { parseBuildOptions } from './parse-build-options.ts';

const PUBLIC = '.cache/public';
const ICON_SIZES = [16, 32, 48, 128];

const reading = parseBuildOptions(process.argv.slice(2), new Date());
if (reading.kind === 'refused') {
  console.error(reading.message);
  process.exit(2);
}
const { now, today, address } = reading.options;

rmSync('dist', { recursive: true, force: true });
rmSync(PUBLIC, { recursive: true, force: true });
mkdirSync(join(PUBLIC, 'icons'), { recursive: true });
renderIcons();
cpSync('src/_locales', join(PUBLIC, '_locales'), { recursive: true });
await packDevelopmentList(join(PUBLIC, 'list'), { now, today, address });

for (const mode of ['chromium', 'firefox', 'cli']) {
  await build({ mode, logLevel: 'warn' });
}
const listFiles = { ...collectListFiles('lists'), [BUILD_FILE]: formatBuildDay(today) };
writeFileSync('dist/cli/lists.json', JSON.stringify(listFiles));

for (const target of ['dist/chromium', 'dist/firefox']) {
  for (const line of checkSizes(target)) console.log(line);
}
console.log('Built dist/chromium, dist/firefox and dist/cli.');

/** Browsers take PNG only for the toolbar (Chromium), so the drawings are rendered here. */
function renderIcons(): void {
  for (const file of readdirSync('src/icons').filter((name) => name.endsWith('.svg'))) {
    const svg = readFileSync(join('src/icons', file), 'utf8');
    for (const size of ICON_SIZES) {
      const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
      writeFileSync(join(PUBLIC, 'icons', file.replace('.svg', `-${size}.png`)), png);
    }
  }
}

/** The product's own list for the command line: one file, read whole at its start. */
function collectListFiles(folder: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.json')) continue;
    files[path.replaceAll('\\', '/')] = readFileSync(join(folder, path), 'utf8');
  }
  return files;
}
