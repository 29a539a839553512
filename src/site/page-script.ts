/**
 * `page.js`: shows the page's own address where readers need it, puts a button beside what is worth
 * copying, and says when an entry has lapsed since its page was made. Without it, all of that is there
 * to be read and selected.
 */
export const PAGE_SCRIPT = `(() => {
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
for (const note of document.querySelectorAll('[data-until]')) {
  note.hidden = formatLocalDay(new Date()) <= note.dataset.until;
}

function formatLocalDay(moment) {
  const pad = (number) => String(number).padStart(2, '0');
  return moment.getFullYear() + '-' + pad(moment.getMonth() + 1) + '-' + pad(moment.getDate());
}

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
