/**
 * `copy.js`: shows the page's own address where readers need it, and puts a button beside what is
 * worth copying. Without it, both are there to be selected.
 */
export const COPY_SCRIPT = `(() => {
'use strict';
const address = document.querySelector('[data-address]');
if (address && location.protocol === 'https:') {
  const code = document.createElement('code');
  code.textContent = new URL('.', location.href).href;
  const first = document.querySelector('[data-copy]');
  code.dataset.copy = first.dataset.copy;
  code.dataset.copied = first.dataset.copied;
  // Each language has its folder; the release lies in the one above.
  if (document.documentElement.lang !== 'en') {
    code.textContent = new URL('..', location.href).href;
  }
  address.replaceChildren(code);
}
for (const text of document.querySelectorAll('[data-copy]')) addButton(text);

function addButton(text) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text.dataset.copy;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => void copy(text, status));
  text.after(' ', button, ' ', status);
}

async function copy(text, status) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = text.dataset.copied;
  } catch {
    // Not allowed here: selected, it can be copied by keyboard or menu.
    getSelection().selectAllChildren(text);
  }
}
})();
`;
