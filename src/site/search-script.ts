import { ADDRESS_SCRIPT } from './address-script.ts';

/**
 * `search.js`: reads the parts when the reader first turns to the field, then says which entry
 * covers an address and which entries hold the words. A part that is missing, or of another
 * version, is told: what could not be read is never "not covered". Everything is put in as text.
 */
export const SEARCH_SCRIPT = String.raw`(() => {
'use strict';
${ADDRESS_SCRIPT}
const MAX_RESULTS = 50;
const head = globalThis.demonitorSearch;
const form = document.getElementById('search');
const field = document.getElementById('query');
const status = document.getElementById('search-status');
const list = document.getElementById('search-results');
const words = JSON.parse(form.dataset.words);
const entries = [];
const byScope = new Map();
let reading;
let asked = 0;

form.hidden = false;
if (head) {
  head.taken = 0;
  head.take = (part, version, rows) => {
    if (version !== head.version || part !== head.taken + 1) return;
    head.taken = part;
    for (const row of rows) addEntry(row);
  };
}
field.addEventListener('focus', () => void readAll().catch(() => undefined));
field.addEventListener('input', () => void answer());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void answer();
});

function addEntry([slug, name, state, reviewBy, country, grounds, judges, scopes]) {
  const entry = { slug, name, state, reviewBy, scopes, grounds };
  const texts = [slug, name, country, ...scopes];
  if (country !== '') texts.push(nameRegion(country));
  for (const ground of grounds) texts.push(words.grounds[ground] ?? ground);
  for (const judge of judges) texts.push(judge, head.organisations[judge] ?? '');
  entry.text = fold(texts.join('\n'));
  for (const scope of scopes) byScope.set(scope, entry);
  entries.push(entry);
}

function nameRegion(country) {
  try {
    return new Intl.DisplayNames(words.language, { type: 'region' }).of(country) ?? '';
  } catch {
    // Not a code that this browser knows: the code itself can be searched for.
    return '';
  }
}

function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function readAll() {
  reading ??= head ? readParts() : Promise.reject(new Error('no head'));
  return reading;
}

async function readParts() {
  for (let part = 1; part <= head.parts; part++) {
    await readPart(part);
    if (head.taken !== part) throw new Error('another version');
  }
}

function readPart(part) {
  return new Promise((done, fail) => {
    const script = document.createElement('script');
    script.addEventListener('load', done);
    script.addEventListener('error', fail);
    script.src = words.assets + 'search-' + part + '.js';
    document.head.append(script);
  });
}

async function answer() {
  const turn = ++asked;
  const query = field.value.trim();
  list.replaceChildren();
  if (query === '') {
    status.textContent = '';
    return;
  }
  status.textContent = words.loading;
  try {
    await readAll();
  } catch {
    status.textContent = words.failed;
    return;
  }
  // What was typed meanwhile has its own answer.
  if (turn !== asked) return;
  const terms = fold(query).split(/\s+/);
  const found = entries.filter(({ text }) => terms.every((term) => text.includes(term)));
  const lines = [];
  const address = /\s/.test(query) ? undefined : readAddress(query);
  if (address !== undefined && address.host.includes('.')) {
    lines.push(sayCovering(query, address, found));
  }
  if (found.length > 0) lines.push(sayCount(found.length));
  else if (lines.length === 0) lines.push(fill(words.none, { query }));
  status.textContent = lines.join(' ');
  list.replaceChildren(...found.slice(0, MAX_RESULTS).map(drawResult));
}

/** The entry that covers the address goes first, whatever words it holds. */
function sayCovering(query, address, found) {
  const scope = findCovering(address, byScope, head.rules);
  if (scope === undefined) return fill(words.notCovered, { address: query });
  const entry = byScope.get(scope);
  const place = found.indexOf(entry);
  if (place >= 0) found.splice(place, 1);
  found.unshift(entry);
  const state = words.states[judgeState(entry)];
  return fill(words.covered, { entry: entry.name, address: query, scope, state });
}

function sayCount(count) {
  const shown = new Intl.NumberFormat(words.language).format(MAX_RESULTS);
  const all = new Intl.NumberFormat(words.language).format(count);
  if (count > MAX_RESULTS) return fill(words.capped, { shown, count: all });
  return fill(count === 1 ? words.one : words.other, { count: all });
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** In the reader's own calendar, but never before the day of the release. */
function judgeState({ state, reviewBy }) {
  const now = new Date();
  const pad = (number) => String(number).padStart(2, '0');
  const day = now.getFullYear() + '-' + pad(now.getMonth() + 1) + '-' + pad(now.getDate());
  const today = day > head.today ? day : head.today;
  const isOpen = state === 'listed' || state === 'appealed';
  return isOpen && today > reviewBy ? 'lapsed' : state;
}

function drawResult(entry) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = words.entries + entry.slug + '.html';
  const name = document.createElement('bdi');
  name.textContent = entry.name;
  link.append(name);
  const facts = document.createElement('span');
  facts.className = 'small';
  const hosts = entry.scopes.slice(0, 3).join(', ') + (entry.scopes.length > 3 ? ', …' : '');
  const grounds = entry.grounds.map((ground) => words.grounds[ground] ?? ground).join(', ');
  facts.textContent = [hosts, grounds, words.states[judgeState(entry)]].join(' · ');
  item.append(link, ' ', facts);
  return item;
}
})();
`;
