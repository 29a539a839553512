import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserFamily } from '../support/find-browser.ts';
import { writeTestList } from './test-list.ts';

/**
 * Counts the content script's calls of the extension API, in its own isolated world where no page
 * can look. Put in front of the built script, whose bytes stay as they were.
 */
const COUNTER = `;(() => {
  const api = globalThis.chrome ?? globalThis.browser;
  const calls = globalThis.demonitorCalls = { get: [], message: [] };
  const count = (area, name, list) => {
    const real = area[name].bind(area);
    area[name] = (...args) => { list.push(JSON.stringify(args[0])); return real(...args); };
  };
  count(api.storage.local, 'get', calls.get);
  count(api.runtime, 'sendMessage', calls.message);
})();\n`;

export interface TestExtension {
  readonly path: string;
  readonly remove: () => void;
}

/** A copy of the built extension that ships the test list, and counts calls where asked. */
export async function prepareTestExtension(
  family: BrowserFamily,
  options: { readonly countCalls?: boolean; readonly listAgeDays?: number } = {},
): Promise<TestExtension> {
  const path = mkdtempSync(join('.cache', `e2e-${family}-`));
  const extension = join(process.cwd(), path, 'extension');
  cpSync(join('dist', family), extension, { recursive: true });
  await writeTestList(join(extension, 'list'), options.listAgeDays);
  if (options.countCalls === true) {
    const script = join(extension, 'src/content/main.iife.js');
    writeFileSync(script, COUNTER + readFileSync(script, 'utf8'));
  }
  return { path: extension, remove: () => rmSync(path, { recursive: true, force: true }) };
}
