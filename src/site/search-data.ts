import { compareText } from '../list/canonical-json.ts';
import type { CompiledEntry } from '../list/compiled-list.ts';
import { buildAddressRules } from '../list/platforms.ts';
import type { PublicFile, PublicRelease } from './public-release.ts';
import { showPlain } from './show-plain.ts';

/** Past so many characters a part is full: pages load them one after the other. */
const PART_CHARS = 400_000;

/**
 * What the search reads, as scripts, since a page from a folder may not fetch: the parts, and at last
 * `search-head.js`, which says how many they are and how addresses are read.
 */
export function* buildSearchData(release: PublicRelease): Generator<PublicFile> {
  const { list, context, today } = release;
  let parts = 0;
  let lines: string[] = [];
  let chars = 0;
  const flush = (): PublicFile => {
    parts += 1;
    const content = `demonitorSearch.take(${parts},${list.version},[\n${lines.join(',\n')}\n]);\n`;
    lines = [];
    chars = 0;
    return { path: `assets/search-${parts}.js`, content };
  };
  for (const entry of list.entries) {
    const line = escapeMarkup(JSON.stringify(toSearchRow(entry)));
    if (lines.length > 0 && chars + line.length > PART_CHARS) yield flush();
    lines.push(line);
    chars += line.length;
  }
  if (lines.length > 0) yield flush();
  const head = {
    version: list.version,
    today,
    parts,
    rules: buildAddressRules(context.platforms),
    organisations: Object.fromEntries(
      [...context.organisations]
        .sort((a, b) => compareText(a.id, b.id))
        .map(({ id, name }) => [id, showPlain(name)]),
    ),
  };
  // Parsed, because in an object literal the key `__proto__` would set a prototype.
  const text = JSON.stringify(escapeMarkup(JSON.stringify(head)));
  const content = `globalThis.demonitorSearch = JSON.parse(${text});\n`;
  yield { path: 'assets/search-head.js', content };
}

/** In the order in which `search.js` takes them apart. */
function toSearchRow(entry: CompiledEntry): readonly unknown[] {
  const { slug, name, state, reviewBy, country = '', grounds, evidence, scopes } = entry;
  const judges = [...new Set(evidence.map(({ by }) => by))];
  return [slug, showPlain(name), state, reviewBy, country, grounds, judges, scopes.map(showPlain)];
}

/** For whoever pastes it into a page: no tag begins in it. */
function escapeMarkup(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
