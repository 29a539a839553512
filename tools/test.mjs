/**
 * `npm test`: everything that decides whether this tree may be shipped, on a fresh clone too.
 * Ends with the line "N passed, N failed"; a check outside the test runner counts as one.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installBrowsers, installPackages, run } from './prepare.mjs';

const REPORTS = '.cache/reports';

installPackages();
const { register } = await import('tsx/esm/api');
register();
const { findBrowser } = await import('../test/support/find-browser.ts');
await installBrowsers(['chromium', 'firefox'], findBrowser, {
  yes: process.argv.includes('--yes'),
});

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const STEPS = [
  { name: 'format and lint', command: ['biome', 'ci', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'unused files, exports and packages', command: ['knip'] },
  { name: 'build and size budgets', command: ['tsx', 'tools/build.ts'] },
  { name: 'Firefox package', command: ['tsx', 'tools/lint-firefox.ts'] },
  { name: 'lists', program: 'node', command: ['dist/cli/demonitor.mjs', 'list', 'check', 'lists'] },
  { name: 'unit and property tests', project: 'unit' },
  { name: 'browser tests', project: 'e2e' },
];

let passed = 0;
let failed = 0;
for (const step of STEPS) {
  console.log(`\n— ${step.name}`);
  const isFine = step.project === undefined ? runCheck(step) : runTests(step.project);
  console.log(`— ${step.name}: ${isFine ? 'passed' : 'FAILED'}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runCheck({ program = 'npx', command }) {
  const isFine = run(program, program === 'npx' ? ['--no-install', ...command] : command);
  if (isFine) passed += 1;
  else failed += 1;
  return isFine;
}

function runTests(project) {
  const report = `${REPORTS}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const isFine = run('npx', ['--no-install', 'vitest', 'run', '--project', project, ...reporters]);
  const { numPassedTests, numFailedTests } = readReport(report);
  passed += numPassedTests;
  // A run that broke before or beside its tests is a failure, whatever the counts say.
  failed += isFine ? numFailedTests : Math.max(1, numFailedTests);
  return isFine && numPassedTests > 0;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // No report: the runner did not get as far; counted as failed by its exit code.
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}
