/** Lints `dist/firefox` as addons.mozilla.org would; a new warning fails like an error. */
import { spawnSync } from 'node:child_process';
import { judgeLint, type LintReport } from './judge-lint.ts';

const WEB_EXT = 'node_modules/web-ext/bin/web-ext.js';
const OPTIONS = ['--source-dir', 'dist/firefox', '--no-config-discovery', '--output', 'json'];

const { stdout } = spawnSync(process.execPath, [WEB_EXT, 'lint', ...OPTIONS], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const faults = judgeLint(parseReport(stdout));
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log('No finding but the known warning about preact.');
process.exitCode = faults.length === 0 ? 0 : 1;

function parseReport(text: string): LintReport {
  try {
    return JSON.parse(text) as LintReport;
  } catch (cause) {
    throw new Error(`web-ext lint gave no report: ${text.slice(0, 500)}`, { cause });
  }
}
