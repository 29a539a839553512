/** `npm start`: installs, builds and shows the badge on a stand-in of a listed page. */
import { installBrowsers, installPackages, run } from './prepare.mjs';

installPackages();
const { register } = await import('tsx/esm/api');
register();
const { findBrowser, findDemoFamily } = await import('../test/support/find-browser.ts');
if (findDemoFamily() === undefined) {
  await installBrowsers(['chromium'], findBrowser, { yes: process.argv.includes('--yes') });
}
if (!run('npm', ['run', '--silent', 'build'])) process.exit(1);
const { showDemo } = await import('./show-demo.ts');
process.exitCode = await showDemo();
