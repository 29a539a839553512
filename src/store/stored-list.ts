import * as v from 'valibot';
import { type ListHeader, parseListHeader } from '../list/list-header.ts';

/** A list in force, but for its entries. */
export interface StoredList {
  /** Which rows of the entries are its own. */
  readonly edition: number;
  readonly header: ListHeader;
  /** Of its text; also what its entries must give when they are read again. */
  readonly digest: string;
  /** Rows of its edition, with those set aside. */
  readonly entries: number;
  /** Entries with a value that this version doesn't know. */
  readonly setAside: number;
  readonly scopes: number;
  /** Of the whole list as it travels. */
  readonly bytes: number;
  /** Day on which the publisher last signed it as current; empty where he does not say. */
  readonly confirmedOn: string;
  readonly contextDigest: string;
  /** Who stands behind its evidence, as its own context says; read when an entry is shown. */
  readonly organisations: readonly unknown[];
}

const countField = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const storedListSchema = v.object({
  edition: countField,
  header: v.unknown(),
  digest: v.string(),
  entries: countField,
  setAside: countField,
  scopes: countField,
  bytes: countField,
  confirmedOn: v.string(),
  contextDigest: v.string(),
  organisations: v.array(v.unknown()),
});

/** A list as the database gives it back; undefined when it was damaged. */
export function parseStoredList(value: unknown): StoredList | undefined {
  const parsed = v.safeParse(storedListSchema, value);
  if (!parsed.success) return undefined;
  const reading = parseListHeader(parsed.output.header);
  return reading.kind === 'header' ? { ...parsed.output, header: reading.header } : undefined;
}
