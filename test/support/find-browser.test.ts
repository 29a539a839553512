import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findDemoFamily } from './find-browser.ts';

beforeEach(() => {
  vi.stubEnv('DEMONITOR_CHROMIUM', '');
  vi.stubEnv('DEMONITOR_FIREFOX', '');
});
afterEach(() => vi.unstubAllEnvs());

const findAmong = (installed: readonly string[]) => (programs: readonly string[]) =>
  programs.find((program) => installed.includes(program));

test.each([
  [['google-chrome', 'firefox', 'chromium'], 'chromium'],
  [['microsoft-edge', 'firefox', 'chromium-browser'], 'chromium'],
  [['google-chrome', 'microsoft-edge', 'firefox-esr'], 'firefox'],
  [['google-chrome'], 'chromium'],
  [['microsoft-edge'], 'chromium'],
  [[], undefined],
])('of %j shows the build in %s', (installed, family) => {
  expect(findDemoFamily(findAmong(installed))).toBe(family);
});

test('takes a browser that is named by hand for the best of its family', () => {
  vi.stubEnv('DEMONITOR_FIREFOX', '/opt/firefox');
  expect(findDemoFamily(findAmong(['google-chrome']))).toBe('firefox');
  vi.stubEnv('DEMONITOR_CHROMIUM', '/opt/chrome');
  expect(findDemoFamily(findAmong(['firefox']))).toBe('chromium');
});
