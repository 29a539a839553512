/**
 * The one door to the WebExtension API for worker and extension pages: promises and the same names
 * in Chromium and Firefox. Content scripts use `page-api.ts`, which leaves the polyfill out.
 */
export { type Browser, default as browser, type Runtime } from 'webextension-polyfill';
