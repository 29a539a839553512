import { compareText } from '../../src/list/canonical-json.ts';
import {
  type CompiledEntry,
  type CompiledList,
  LIST_FORMAT,
} from '../../src/list/compiled-list.ts';
import type { Evidence } from '../../src/list/entry.ts';
import { makeHost } from '../bench/hosts.ts';
import { makeRandom, pick, type Random } from '../bench/random.ts';
import { LIST_INFO, TODAY } from './list-files.ts';

/*
 * Lists of any size in the proportions of our own: four scopes and three items of evidence an entry,
 * 1.2 KB of text; one scope in eight belongs to a network of thousands. Names are reserved ones.
 */

export interface GeneratedSize {
  readonly hosts: number;
  readonly seed: number;
}

const MAX_NETWORK_HOSTS = 3_000;
const ORGANISATIONS = ['checker', 'second-checker', 'checker-desk', 'rater', 'council'] as const;
const LANGUAGES = ['en', 'fr', 'de', 'es', 'pl', 'cs', 'sk', 'ru'] as const;
const COUNTRIES = ['FR', 'DE', 'ES', 'PL', 'CZ', 'SK', 'RU', 'US'] as const;
const WORDS = [
  ...['story', 'video', 'minister', 'vaccine', 'election', 'refugees', 'the', 'that', 'a', 'in'],
  ...['town', 'secret', 'plan', 'shows', 'claims', 'bank', 'water', 'prison', 'of', 'from', 'to'],
  ...['president', 'soldiers', 'border', 'cure', 'doctors', 'hidden', 'photo', 'made', 'up', 'old'],
] as const;

/** The same list for the same size and seed, on every machine. */
export function generateList(size: GeneratedSize): CompiledList {
  return {
    format: LIST_FORMAT,
    list: LIST_INFO,
    version: 1,
    publishedOn: TODAY,
    seed: 1,
    entries: [...generateEntries(size)],
    setAside: [],
  };
}

/** The entries of `generateList` one by one, for lists that should not stand in memory whole. */
export function* generateEntries({ hosts, seed }: GeneratedSize): Generator<CompiledEntry> {
  const random = makeRandom(seed);
  const taken = new Set<string>();
  const networkHosts = Math.min(MAX_NETWORK_HOSTS, Math.ceil(hosts / 8));
  const plans: { readonly slug: string; readonly scopes: readonly string[] }[] = [];
  while (taken.size < hosts) {
    const isNetwork = taken.size + networkHosts <= hosts / 8;
    const wanted = isNetwork ? networkHosts : pick(random, [1, 1, 1, 2, 2, 3, 4, 14]);
    const scopes: string[] = [];
    while (scopes.length < wanted && taken.size < hosts) {
      const host = makeReservedHost(random);
      if (taken.has(host)) continue;
      taken.add(host);
      scopes.push(host);
    }
    const slug = scopes[0]?.replace('.', '-') ?? '';
    plans.push({ slug, scopes: isNetwork ? scopes.sort(compareText) : scopes });
  }
  plans.sort((a, b) => compareText(a.slug, b.slug));
  for (const { slug, scopes } of plans) yield makeEntry(random, slug, scopes);
}

/** A real-looking name under a reserved ending, in one label, so that its slug is its own. */
function makeReservedHost(random: Random): string {
  const host = makeHost(random).replaceAll(/[.-]+/g, '-');
  return `${host}.${pick(random, ['test', 'test', 'example'])}`;
}

function makeEntry(random: Random, slug: string, scopes: readonly string[]): CompiledEntry {
  const reviewed = makeDay(random, 2026);
  const isNetwork = scopes.length > 20;
  return {
    slug,
    name: slug.split('-').slice(0, -1).map(capitalise).join(' '),
    kind: isNetwork ? 'network' : 'publisher',
    scopes: [...scopes],
    ...(random(3) === 0 && { country: pick(random, COUNTRIES) }),
    languages: [pick(random, LANGUAGES)],
    grounds: [isNetwork ? 'influence-operation' : 'repeated-false-claims'],
    evidence: Array.from({ length: 2 + random(3) }, () => makeItem(random, slug)),
    listed: `${2018 + random(8)}${makeDay(random, 2026).slice(4)}`,
    reviewed,
    reviewBy: `2027${reviewed.slice(4)}`,
    state: random(50) === 0 ? 'appealed' : 'listed',
  };
}

function makeItem(random: Random, slug: string): Evidence {
  const by = pick(random, ORGANISATIONS);
  const date = makeDay(random, 2016 + random(10));
  const words = Array.from({ length: 5 + random(5) }, () => pick(random, WORDS));
  const path = `${date.slice(0, 7).replace('-', '/')}/${words.join('-')}-${random(1_000_000)}`;
  return {
    kind: by === 'rater' ? 'rating' : 'fact-check',
    by,
    url: `https://www.${by}.example/${path}`,
    date,
    claim: `${capitalise(words.join(' '))}, shared by ${slug} ${random(9_000)} times before ${date}`,
  };
}

function makeDay(random: Random, year: number): string {
  const [month, day] = [1 + random(12), 1 + random(28)];
  return `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
