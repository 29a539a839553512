/** The dashboard's entry: wires the browser to what is drawn. */
import { browser } from '../platform/browser.ts';
import { createText } from '../ui/text.ts';
import { createBrowserSource } from './browser-source.ts';
import { mountDashboard } from './mount-dashboard.tsx';

const text = createText(
  (key, values) => browser.i18n.getMessage(key, [...values]),
  browser.i18n.getUILanguage(),
);
mountDashboard(document, createBrowserSource(browser), text);
