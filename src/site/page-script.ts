/**
 * `page.js`: shows the page's own address where readers need it, puts a button beside what is worth
 * copying, and says when an entry has lapsed since its page was made. Without it, all of that is there
 * to be read and selected.
 */
export const PAGE_SCRIPT = `(() => {
'use strict';
const digest = document.querySelector('.follow [data-copy]');
if (digest && location.protocol === 'https:') {
  // Each language has its folder; the release lies in the one above.
  const folder = document.documentElement.lang.startsWith('en') ? '.' : '..';
  const address = new URL(folder, location.href).href;
  show('[data-address]', address);
  show('[data-link]', address + '#demonitor-root=' + digest.textContent);
}
for (const text of document.querySelectorAll('[data-copy]')) addButton(text);
for (const note of document.querySelectorAll('[data-until]')) {
  note.hidden = formatLocalDay(new Date()) <= note.dataset.until;
}

/** In a copy of the digest's element, which brings the words of its button. */
function show(place, text) {
  const code = digest.cloneNode();
  code.textContent = text;
  document.querySelector(place).replaceChildren(code);
}

function formatLocalDay(moment) {
  const pad = (number) => String(number).padStart(2, '0');
  return moment.getFullYear() + '-' + pad(moment.getMonth() + 1) + '-' + pad(moment.getDate());
}

function addButton(text) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text.dataset.copy;
  const label = text.closest('dd')?.previousElementSibling;
  if (label?.id) button.setAttribute('aria-describedby', label.id);
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
    status.textContent = text.dataset.selected;
  }
}
})();
`;
