import * as v from 'valibot';

/** Why a source is listed: a closed list; `src/code-of-practice` maps each to commitments. */
export const GROUNDS = [
  'repeated-false-claims',
  'fabricated-news',
  'impersonation',
  'influence-operation',
  'banned-outlet',
] as const;
export type Grounds = (typeof GROUNDS)[number];

export const ENTRY_KINDS = ['publisher', 'network', 'impersonator'] as const;
export const ENTRY_STATES = ['listed', 'appealed', 'suspended', 'removed'] as const;
export const EVIDENCE_KINDS = [
  'fact-check',
  'investigation',
  'rating',
  'source-list',
  'legal-act',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const day = v.pipe(v.string(), v.isoDate('an ISO day such as 2026-11-24'));
const partialDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, '2025, 2025-03 or 2025-03-14'),
);
const webAddress = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'an http(s) address'));

const evidenceSchema = v.looseObject({
  kind: v.picklist(EVIDENCE_KINDS),
  /** Id in `organisations.json`. */
  by: v.string(),
  url: webAddress,
  date: v.optional(partialDay),
  /** Where and when an undated item was transcribed. */
  seen: v.optional(v.looseObject({ in: v.string(), date: day })),
  claim: v.optional(v.string()),
  archive: v.optional(webAddress),
  scopes: v.optional(v.array(v.string())),
});

const replySchema = v.looseObject({
  text: v.string(),
  url: webAddress,
  date: day,
  proof: v.picklist(['dns', 'well-known']),
});

/** One file of `lists/sources/`. Unknown fields are kept for newer readers. */
export const entrySchema = v.looseObject({
  name: v.pipe(v.string(), v.minLength(1)),
  kind: v.picklist(ENTRY_KINDS),
  posesAs: v.optional(v.union([v.string(), v.record(v.string(), v.string())])),
  scopes: v.pipe(v.array(v.string()), v.minLength(1)),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2'))),
  languages: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'ISO 639')))),
  grounds: v.pipe(v.array(v.picklist(GROUNDS)), v.minLength(1)),
  evidence: v.pipe(v.array(evidenceSchema), v.minLength(1)),
  listed: day,
  reviewed: day,
  reviewBy: day,
  state: v.picklist(ENTRY_STATES),
  reply: v.optional(replySchema),
});

export type Evidence = v.InferOutput<typeof evidenceSchema>;
export type Entry = v.InferOutput<typeof entrySchema>;
