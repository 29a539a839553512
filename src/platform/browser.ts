/**
 * The one door to the WebExtension API for worker and extension pages: promises and the same names
 * in Chromium and Firefox. Content scripts use `page-api.ts`, which leaves the polyfill out.
 */
export { default as browser } from 'webextension-polyfill';
