/** The popup's entry: wires the browser to what is drawn. */
import { browser } from '../platform/browser.ts';
import { createText } from '../ui/text.ts';
import { createBrowserSource } from './browser-source.ts';
import { mountPopup } from './mount-popup.tsx';

const text = createText(
  (key, values) => browser.i18n.getMessage(key, [...values]),
  browser.i18n.getUILanguage(),
);
const source = createBrowserSource({
  browser,
  search: location.search,
  close: () => window.close(),
});
mountPopup(document, source, text);
