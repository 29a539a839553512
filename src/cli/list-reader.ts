import { checkPolicy } from '../list/check-policy.ts';
import { type CompiledEntry, compileList } from '../list/compiled-list.ts';
import type { ListSource } from '../list/list-source.ts';
import type { Organisation } from '../list/organisation.ts';
import type { Problem } from '../list/problem.ts';
import { toIndexInput } from '../list/to-index-input.ts';
import { assessLists } from '../match/assess-lists.ts';
import { decideAddress } from '../match/decide-address.ts';
import { buildHostIndex } from '../match/host-index.ts';
import type { Verdict } from '../match/verdict.ts';
import { BrokenListError } from './errors.ts';
import { formatCount } from './format-count.ts';
import { loadList, nameList } from './load-list.ts';
import { showText } from './show-text.ts';

/** A list made ready for questions, by the same reader and matcher as in the browser. */
export interface ListReader {
  /** What was asked, in words. A list compiled on the fly has no version and no day to tell. */
  readonly name: string;
  readonly isEmpty: boolean;
  /** Where a folder doesn't meet the policy: told, not refused. The product's own was checked. */
  readonly warnings: readonly Problem[];
  readonly decide: (address: string) => Verdict;
  /** The entry that lists the address, but only from a day after the one asked about. */
  readonly findLater: (address: string) => CompiledEntry | undefined;
  readonly findEntry: (slug: string) => CompiledEntry | undefined;
  /** Those whom the evidence names. */
  readonly organisations: readonly Organisation[];
}

function compileFor(list: ListSource, today: string, publishedOn: string, isEmpty: boolean) {
  const compiled = compileList(list, publishedOn);
  const index = buildHostIndex(toIndexInput([compiled], list.rules));
  // A list that has never named anybody can say of nobody that they are not on it.
  const standing = assessLists(isEmpty ? [] : index.lists, today);
  const bySlug = new Map(compiled.entries.map((entry) => [entry.slug, entry]));
  return {
    decide: (address: string) => decideAddress(index, address, today, standing),
    findEntry: (slug: string) => bySlug.get(slug),
  };
}

function nameReader(list: ListSource, folder: string | undefined, onThatDay: number): string {
  const from = folder === undefined ? 'as of this build' : `of folder ${showText(folder)}`;
  const all = formatCount(list.entries.length, 'entry', 'entries');
  const count = onThatDay < list.entries.length ? `${onThatDay} of ${all} on that day` : all;
  return `${list.info.title.en} ${from}, ${count}`;
}

/**
 * Compiles a folder, or the product's own list, on the fly for one day. Entries listed later than
 * that day are left out: on that day they were not on it. A folder is as new as the day asked about,
 * the product's own list as its build.
 *
 * @throws BrokenListError with every fault of form
 */
export async function openList(folder: string | undefined, today: string): Promise<ListReader> {
  const { list, problems, publishedOn = today } = await loadList(folder);
  if (problems.length > 0) throw new BrokenListError(nameList(folder), problems);
  const entries = list.entries.filter(({ entry }) => entry.listed <= today);
  const later = list.entries.filter(({ entry }) => entry.listed > today);
  const left = new Set(later.map(({ slug }) => `sources/${slug}.json`));
  const isEmpty = list.entries.length === 0;
  const reader = compileFor({ ...list, entries }, today, publishedOn, isEmpty);
  const laterReader =
    later.length > 0
      ? compileFor({ ...list, entries: later }, today, publishedOn, false)
      : undefined;
  return {
    ...reader,
    name: nameReader(list, folder, entries.length),
    isEmpty,
    organisations: list.organisations,
    warnings:
      folder === undefined ? [] : checkPolicy(list, today).filter(({ file }) => !left.has(file)),
    findLater(address) {
      const verdict = laterReader?.decide(address);
      const finding = verdict?.kind === 'listed' ? verdict.findings[0] : undefined;
      return finding && laterReader?.findEntry(finding.entry);
    },
  };
}
