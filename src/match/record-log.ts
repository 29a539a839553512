import type { IndexFrame } from './address-rules.ts';
import { numberLists, toRow } from './group-records.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { hashKey, mixHash } from './host-hash.ts';
import { PackedTexts } from './packed-texts.ts';
import { toScopeKey, toShardPart } from './scope-key.ts';
import type { ScopeRecord } from './verdict.ts';

/**
 * Records in the order of their coming, at some 45 bytes each where an object takes 200: a list may
 * have two million, and a phone little memory. Of each the hashes of its key are kept as well.
 */
export class RecordLog {
  readonly #seed: number;
  readonly #listNumbers: ReadonlyMap<string, number>;
  readonly #scopes = new PackedTexts();
  readonly #entries = new PackedTexts();
  readonly #entryNumbers = new GrowingNumbers();
  #lastEntry: string | undefined;
  /** State and last day: so few pairs that each is kept once. */
  readonly #standings: string[] = [];
  readonly #standingNumbers = new GrowingNumbers();
  /** Numbers of these, by day and then by state. */
  readonly #numbersOfStandings = new Map<string, Map<string, number>>();
  readonly #hashes = new GrowingNumbers();
  readonly #partHashes = new GrowingNumbers();

  constructor({ lists, seed }: Pick<IndexFrame, 'lists' | 'seed'>) {
    this.#seed = seed;
    this.#listNumbers = numberLists(lists);
  }

  get count(): number {
    return this.#hashes.count;
  }

  /** @throws IndexInputError */
  add(record: ScopeRecord): void {
    const [list, entry, state, until, scope] = toRow(record, this.#listNumbers);
    const key = toScopeKey(scope);
    const part = toShardPart(key);
    const hash = mixHash(hashKey(key, this.#seed));
    this.#hashes.push(hash);
    this.#partHashes.push(part === key ? hash : mixHash(hashKey(part, this.#seed)));
    this.#scopes.add(scope);
    this.#standingNumbers.push(this.#numberStanding(state, until));
    this.#entryNumbers.push(this.#numberEntry(list, entry));
  }

  readScope(number: number): string {
    return this.#scopes.read(number);
  }

  /** The record's row as JSON. */
  formatRow(number: number): string {
    const entry = this.#entries.read(this.#entryNumbers.at(number));
    const standing = this.#standings[this.#standingNumbers.at(number)];
    return `[${entry},${standing},${JSON.stringify(this.#scopes.read(number))}]`;
  }

  /** Mixed hash of a record's key. */
  hashOf(number: number): number {
    return this.#hashes.at(number);
  }

  /** Mixed hash of that part of a record's key which says in which filter it lies. */
  partHashOf(number: number): number {
    return this.#partHashes.at(number);
  }

  /** The scopes of an entry come one after another: it is kept once for all of them. */
  #numberEntry(list: number, entry: string): number {
    const text = `${list},${JSON.stringify(entry)}`;
    if (text === this.#lastEntry) return this.#entryNumbers.at(this.#entryNumbers.count - 1);
    this.#lastEntry = text;
    return this.#entries.add(text);
  }

  #numberStanding(state: ScopeRecord['state'], until: string): number {
    const known = this.#numbersOfStandings.get(until)?.get(state);
    if (known !== undefined) return known;
    const ofDay = this.#numbersOfStandings.get(until) ?? new Map<string, number>();
    this.#numbersOfStandings.set(until, ofDay);
    ofDay.set(state, this.#standings.length);
    return this.#standings.push(`${JSON.stringify(state)},${JSON.stringify(until)}`) - 1;
  }
}
