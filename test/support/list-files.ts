import type { CommandIo } from '../../src/cli/command-io.ts';
import { run } from '../../src/cli/run.ts';
import type { ListReading } from '../../src/list/list-source.ts';
import { readListFiles } from '../../src/list/read-list-files.ts';

/*
 * Small lists on reserved names. The default entry meets the policy by a hair: every test changes
 * the one thing that it is about.
 */

export type Fields = Readonly<Record<string, unknown>>;

export const TODAY = '2026-11-25';

export const factCheck = (fields: Fields = {}): Fields => ({
  kind: 'fact-check',
  by: 'checker',
  url: 'https://checker.example/item-1',
  date: '2025-03-14',
  claim: 'One line in our own words',
  ...fields,
});

export const rating = (fields: Fields = {}): Fields => ({
  kind: 'rating',
  by: 'rater',
  url: 'https://rater.example/source-1',
  date: '2025-04',
  ...fields,
});

export const entry = (fields: Fields = {}): Fields => ({
  name: 'Example Truth',
  kind: 'publisher',
  scopes: ['example-truth.test'],
  country: 'FR',
  languages: ['fr'],
  grounds: ['repeated-false-claims'],
  evidence: [factCheck(), rating()],
  listed: '2026-11-24',
  reviewed: '2026-11-24',
  reviewBy: '2027-11-24',
  state: 'listed',
  ...fields,
});

const organisation = (id: string, kind: string, fields: Fields = {}): Fields => ({
  id,
  name: `The ${id}`,
  kind,
  site: `https://${id}.example/`,
  hosts: [`${id}.example`, `shared.test/${id}`],
  recognised: false,
  why: 'Made for tests',
  ...fields,
});

export const ORGANISATIONS: readonly Fields[] = [
  organisation('checker', 'fact-checker', { recognised: true }),
  organisation('second-checker', 'fact-checker', { recognised: true }),
  organisation('checker-desk', 'newsroom', { recognised: true, partOf: 'checker' }),
  organisation('rater', 'rater'),
  organisation('investigator', 'investigator'),
  organisation('council', 'public-body', { recognised: true }),
  organisation('message-judge', 'public-body', { recognised: true, judges: 'message' }),
];

export const NEVER_LIST = {
  sharedHosts: [
    { host: 'shared.test', why: 'Accounts of many publishers' },
    { host: 'pages.portal.test', why: 'Pages of many publishers' },
  ],
  wellKnown: [{ host: 'well-known.test', why: 'Read by many' }],
  exceptions: [] as Fields[],
};

export const LIST_INFO = {
  id: 'test-list',
  title: { en: 'Test list', fr: "Liste d'essai" },
  licence: 'CC-BY-4.0',
  thresholds: { independentOrganisations: 2 },
  reviewDays: 365,
  maxStaleDays: 60,
};

export const PLATFORMS = {
  hosts: [
    { host: 'shared.test', pathCase: 'fold', aliases: ['old-shared.test', 'shared.test/s'] },
    { host: 'exact.test', pathCase: 'exact', aliases: [] },
  ],
};

export interface ListParts {
  /** Slug → entry, or the text of the file. */
  readonly entries?: Readonly<Record<string, Fields | string>>;
  readonly organisations?: readonly Fields[];
  readonly neverList?: Fields;
  readonly info?: Fields;
  readonly platforms?: Fields;
}

/** The files of a whole list: path → text. */
export function listFiles(parts: ListParts = {}): Map<string, string> {
  const { organisations = ORGANISATIONS, neverList = NEVER_LIST } = parts;
  const files = new Map<string, string>([
    ['list.json', JSON.stringify(parts.info ?? LIST_INFO)],
    ['organisations.json', JSON.stringify({ organisations })],
    ['never-list.json', JSON.stringify(neverList)],
    ['platforms.json', JSON.stringify(parts.platforms ?? PLATFORMS)],
  ]);
  for (const [slug, fields] of Object.entries(parts.entries ?? { 'example-truth': entry() })) {
    const text = typeof fields === 'string' ? fields : JSON.stringify(fields);
    files.set(`sources/${slug}.json`, text);
  }
  return files;
}

const SUFFIXES = new Set(['com', 'test', 'example', 'co.test', 'blogs.test']);

/** A public-suffix list of five. */
export function isTestSuffix(host: string): boolean {
  return SUFFIXES.has(host);
}

/** Reads a whole list made of parts. */
export function readTestList(parts: ListParts = {}): ListReading {
  return readListFiles(listFiles(parts), new Map(), isTestSuffix);
}

/** What a command printed, and how it ended. */
export interface CommandRun {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Runs the command line in this process. */
export async function runCommand(args: readonly string[], stdin = ''): Promise<CommandRun> {
  const out: string[] = [];
  const err: string[] = [];
  const io: CommandIo = {
    print: (line) => out.push(...line.split('\n')),
    warn: (line) => err.push(...line.split('\n')),
    mayPrint: async () => true,
    readStdin: () => [Buffer.from(stdin)],
    today: TODAY,
  };
  return { code: await run(args, io), out, err };
}
