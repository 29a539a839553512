/**
 * `npm start`: installs, builds, publishes the list on loopback and shows the badge on a stand-in of
 * a listed page.
 */
import { installBrowsers, installPackages, run } from './prepare.mjs';

installPackages();
const { register } = await import('tsx/esm/api');
register();
const { findBrowser, findDemoFamily } = await import('../test/support/find-browser.ts');
if (findDemoFamily() === undefined) {
  await installBrowsers(['chromium'], findBrowser, { yes: process.argv.includes('--yes') });
}
const { serveDevelopmentList } = await import('./development-list.ts');
const list = await serveDevelopmentList();
const build = ['run', '--silent', 'build', '--', '--list-address', list.url];
if (!run('npm', build)) process.exit(1);
console.log(`The list is published at ${list.url} on this machine, for as long as this runs.`);
const { showDemo } = await import('./show-demo.ts');
process.exitCode = await showDemo();
await list.close();
