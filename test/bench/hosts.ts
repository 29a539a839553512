import { makeRandom, pick, type Random } from './random.ts';

const WORDS = words(
  'news daily truth world press post info portal media times report voice free live today online blog wire journal herald globe planet health patriot nation liberty insider watch alert signal pravda novosti zpravy actu monde verite notizie diario noticias wahrheit zeitung blatt echo spiegel radar focus politik europe usa russia ukraine fakt check real secret hidden natural cure vital energy money crypto sport auto moto tech game shop store web net my the best top new old big open',
);
/** Each as often as it stands here. */
const ENDINGS = words(
  `${'com '.repeat(46)}${'org net '.repeat(7)}${'ru info '.repeat(5)}${'de fr cz '.repeat(3)}${'co.uk sk it pl eu news com.br '.repeat(2)}site xyz com.au blogspot.com`,
);
const CONSONANTS = words('b c d f g h j k l m n p r s t v z');
const VOWELS = words('a e i o u');
export const SUBDOMAINS = words('www www www m news en blog de amp static cdn shop old');

/**
 * A host as lists hold them: words, digits, made-up names, one in ten on a subdomain. 16 characters
 * on average; the real ones of our list have 14, those of large block lists 17 to 20.
 */
export function makeHost(random: Random): string {
  let name = pick(random, WORDS);
  if (random(4) > 0) name += (random(5) === 0 ? '-' : '') + pick(random, WORDS);
  if (random(2) === 0) name += random(1000);
  if (random(4) === 0) name = makeName(random) + name.slice(0, 4);
  const prefix = random(10) === 0 ? `${pick(random, SUBDOMAINS)}${random(3) || ''}.` : '';
  return `${prefix}${name}.${pick(random, ENDINGS)}`;
}

/** So many different hosts. */
export function makeHosts(count: number, seed: number): string[] {
  const random = makeRandom(seed);
  const hosts = new Set<string>();
  while (hosts.size < count) hosts.add(makeHost(random));
  return [...hosts];
}

function makeName(random: Random): string {
  let name = '';
  for (let i = 2 + random(3); i > 0; i--) name += pick(random, CONSONANTS) + pick(random, VOWELS);
  return name;
}

function words(text: string): [string, ...string[]] {
  const [first = '', ...others] = text.trim().split(/ +/);
  return [first, ...others];
}
