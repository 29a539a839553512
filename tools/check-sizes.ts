import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Budgets, in bytes after gzip: what a page and a click have to load. */
const BUDGETS = [
  { name: 'content script', isPart: isContentScript, bytes: 12 * 1024 },
  { name: 'popup', isPart: isPopupScript, bytes: 40 * 1024 },
] as const;

/** One line a budget; throws when one is broken or when it finds nothing to weigh. */
export function checkSizes(dist: string): readonly string[] {
  const manifest = parseManifest(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  if (manifest.web_accessible_resources !== undefined) {
    throw new Error(`${dist}/manifest.json: web_accessible_resources lets pages detect us.`);
  }
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  return BUDGETS.map(({ name, isPart, bytes }) => {
    const files = scripts.filter((file) => isPart(file, dist, manifest));
    if (files.length === 0) throw new Error(`${dist}: no file of the ${name} found.`);
    const size = files.reduce((sum, file) => sum + gzippedSize(join(dist, file)), 0);
    const line = `${dist}: ${name} ${size} of ${bytes} bytes gzipped`;
    if (size > bytes) throw new Error(`${line}: over budget (${files.join(', ')})`);
    return line;
  });
}

interface BuiltManifest {
  readonly content_scripts: readonly { readonly js: readonly string[] }[];
  readonly web_accessible_resources?: unknown;
}

function parseManifest(text: string): BuiltManifest {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('content_scripts' in value)) {
    throw new Error('manifest.json: no content_scripts.');
  }
  // Written by our own build a moment ago; the check above is for a broken build.
  return value as BuiltManifest;
}

function isContentScript(file: string, _dist: string, manifest: BuiltManifest): boolean {
  return manifest.content_scripts.some(({ js }) => js.includes(file.replaceAll('\\', '/')));
}

/** Everything the popup's page loads: its own script and the chunks that script imports. */
function isPopupScript(file: string, dist: string): boolean {
  return collectPopupFiles(dist).has(file.replaceAll('\\', '/'));
}

function collectPopupFiles(dist: string): ReadonlySet<string> {
  const html = readFileSync(join(dist, 'src/popup/popup.html'), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const found = new Set<string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const code = readFileSync(join(dist, file), 'utf8');
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      queue.push(folder + (name ?? ''));
    }
  }
  return found;
}

function gzippedSize(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}
