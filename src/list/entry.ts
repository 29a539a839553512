import * as v from 'valibot';
import { MAX_SCOPE_LENGTH } from '../match/parse-scope.ts';
import {
  countryField,
  dayField,
  partialDayField,
  textField,
  webAddressField,
} from './field-types.ts';
import {
  MAX_CLAIM_CHARS,
  MAX_ENTRY_EVIDENCE,
  MAX_ENTRY_LANGUAGES,
  MAX_ENTRY_SCOPES,
  MAX_NAME_CHARS,
  MAX_REPLY_CHARS,
} from './limits.ts';

/** Why a source is listed: a closed list; `src/code-of-practice` maps each to commitments. */
const GROUNDS = [
  'repeated-false-claims',
  'fabricated-news',
  'impersonation',
  'influence-operation',
  'banned-outlet',
] as const;
/** One of the reasons for which a source may be listed. */
export type Grounds = (typeof GROUNDS)[number];

const ENTRY_KINDS = ['publisher', 'network', 'impersonator'] as const;
const ENTRY_STATES = ['listed', 'appealed', 'suspended', 'removed'] as const;
const EVIDENCE_KINDS = [
  'fact-check',
  'investigation',
  'rating',
  'source-list',
  'legal-act',
] as const;
/** What an item of evidence is. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const scopeField = v.pipe(
  textField(MAX_SCOPE_LENGTH),
  v.regex(/^\S+$/, 'a host or host/path without spaces'),
);

const evidenceSchema = v.looseObject({
  kind: v.picklist(EVIDENCE_KINDS),
  /** Id in `organisations.json`. */
  by: textField(MAX_NAME_CHARS),
  url: webAddressField,
  date: v.optional(partialDayField),
  /** Where and when an undated item was transcribed. */
  seen: v.optional(v.looseObject({ in: textField(MAX_NAME_CHARS), date: dayField })),
  claim: v.optional(textField(MAX_CLAIM_CHARS)),
  archive: v.optional(webAddressField),
  /** Which of the entry's scopes the item supports; without it, all of them. */
  scopes: v.optional(v.pipe(v.array(scopeField), v.nonEmpty('at least one'))),
  /**
   * The mirror exception of the policy (lists/README.md). The item ties every scope that it names in
   * `scopes` to this other scope of the same entry, as its mirror or moved domain. A tied scope
   * needs no further evidence when the organisation is recognised, the item is dated, and this
   * scope stands by itself, on a legal act or on two organisations, not as a mirror again.
   */
  mirrorOf: v.optional(scopeField),
});

const replySchema = v.looseObject({
  text: textField(MAX_REPLY_CHARS),
  url: webAddressField,
  date: dayField,
  proof: v.picklist(['dns', 'well-known']),
});

/** One file of `lists/sources/`. Unknown fields are kept for newer readers. */
export const entrySchema = v.looseObject({
  name: textField(MAX_NAME_CHARS),
  kind: v.picklist(ENTRY_KINDS),
  posesAs: v.optional(
    v.union(
      [scopeField, v.record(scopeField, scopeField)],
      'a host, or an object from scope to host',
    ),
  ),
  scopes: v.pipe(
    v.array(scopeField),
    v.nonEmpty('at least one'),
    v.maxLength(MAX_ENTRY_SCOPES, `at most ${MAX_ENTRY_SCOPES}`),
  ),
  country: v.optional(countryField),
  languages: v.optional(
    v.pipe(
      v.array(
        v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'two or three letters of ISO 639, as fr')),
      ),
      v.maxLength(MAX_ENTRY_LANGUAGES, `at most ${MAX_ENTRY_LANGUAGES}`),
    ),
  ),
  grounds: v.pipe(v.array(v.picklist(GROUNDS)), v.nonEmpty('at least one')),
  evidence: v.pipe(
    v.array(evidenceSchema),
    v.nonEmpty('at least one'),
    v.maxLength(MAX_ENTRY_EVIDENCE, `at most ${MAX_ENTRY_EVIDENCE}`),
  ),
  listed: dayField,
  reviewed: dayField,
  /** The last day on which the entry holds; the day after, it has lapsed. */
  reviewBy: dayField,
  state: v.picklist(ENTRY_STATES),
  /** The source's own words, shown wherever the entry is shown. */
  reply: v.optional(replySchema),
});

/** One published item, with its address and day, on which an entry stands. */
export type Evidence = v.InferOutput<typeof evidenceSchema>;

/** What the list says of one source: `lists/sources/SLUG.json`. */
export type Entry = v.InferOutput<typeof entrySchema>;

/** An entry with the name of its file, by which everything else refers to it. */
export interface NamedEntry {
  readonly slug: string;
  readonly entry: Entry;
}
