// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readPageApi } from '../../src/platform/page-api.ts';

const API = { runtime: { id: 'abc', sendMessage: () => undefined } };

/** A window as scripts see it: it inherits what the page's elements are named. */
function createScope(own: object, markup = ''): object {
  document.body.innerHTML = markup;
  const named = [...document.body.children].map((element) => [element.id, element]);
  return Object.assign(Object.create(Object.fromEntries(named)), own);
}

it.each([
  ['chrome', { chrome: API }],
  ['browser', { browser: API }],
  ['browser, where the page has a chrome object', { chrome: {}, browser: API }],
  ['browser, where chrome is no extension’s', { chrome: { runtime: {} }, browser: API }],
])('finds the API as %s', (_name, own) => {
  expect(readPageApi(createScope(own))).toBe(API);
});

it.each([
  ['<div id="browser"></div>', { chrome: API }],
  ['<a id="chrome"></a>', { browser: API }],
  ['<form id="chrome"><input name="runtime" id="x"></form>', { browser: API }],
])('takes no %s for it', (markup, own) => {
  const scope = createScope(own, markup);
  const [form] = document.forms;
  // happy-dom does not name a form's fields on it.
  if (form !== undefined) Object.assign(form, { runtime: form.elements[0] });
  expect(readPageApi(scope)).toBe(API);
});

it('finds the API on an element, where Chromium hangs it', () => {
  const scope = createScope({}, '<a id="chrome"></a>');
  const { chrome } = scope as { chrome?: Element };
  Object.assign(chrome ?? {}, API);
  expect(readPageApi(scope)).toBe(chrome);
});

it.each([
  ['', 'nothing'],
  ['<a id="chrome"></a><a id="browser"></a>', 'elements'],
])('refuses %j, where there is %s', (markup) => {
  expect(() => readPageApi(createScope({}, markup))).toThrow('No WebExtension API');
});
