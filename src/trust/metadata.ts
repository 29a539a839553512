import * as v from 'valibot';

/*
 * The metadata of a repository, as far as Demonitor uses it (TUF §4). Unknown fields are kept: they
 * are signed with the rest. Delegations are not followed; all our targets stand in `targets.json`.
 */

const MAX_KEYS = 64;
const MAX_SIGNATURES = 64;
const MAX_FILES = 4096;
const MAX_LENGTH_BYTES = 1024 * 1024 * 1024;

function hexField(bytes: number) {
  return v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`), `${bytes} bytes, hex`));
}
const versionField = v.pipe(
  v.number(),
  v.safeInteger('a whole number'),
  v.minValue(1, 'from 1 on'),
);
const lengthField = v.pipe(
  v.number(),
  v.safeInteger('a whole number'),
  v.minValue(0, 'not below 0'),
  v.maxValue(MAX_LENGTH_BYTES, `at most ${MAX_LENGTH_BYTES}`),
);
/** Without milliseconds: other clients refuse them (TUF §4.2.1, ISO 8601). */
const timeField = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a time such as 2026-11-25T10:00:00Z'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'a time that exists'),
);
const hashesField = v.looseObject({ sha256: hexField(32) });

function recordOf<Item extends v.GenericSchema>(item: Item, max: number) {
  return v.pipe(
    v.record(v.string(), item),
    v.check((record) => Object.keys(record).length <= max, `at most ${max}`),
  );
}

const keySchema = v.looseObject({
  keytype: v.string(),
  scheme: v.string(),
  keyval: v.looseObject({ public: v.string() }),
});
export type Key = v.InferOutput<typeof keySchema>;

const roleSchema = v.looseObject({
  keyids: v.pipe(
    v.array(hexField(32)),
    v.maxLength(MAX_KEYS, `at most ${MAX_KEYS} keys`),
    v.check((ids) => new Set(ids).size === ids.length, 'each key once'),
  ),
  threshold: v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(1, 'at least 1')),
});

const commonFields = {
  spec_version: v.pipe(v.string(), v.regex(/^1\.\d+(\.\d+)?$/, 'version 1 of the specification')),
  version: versionField,
  expires: timeField,
};

const rootSchema = v.looseObject({
  _type: v.literal('root'),
  ...commonFields,
  consistent_snapshot: v.literal(true, 'true: files are named by version and hash'),
  keys: recordOf(keySchema, MAX_KEYS),
  roles: v.looseObject({
    root: roleSchema,
    timestamp: roleSchema,
    snapshot: roleSchema,
    targets: roleSchema,
  }),
});
export type Root = v.InferOutput<typeof rootSchema>;

const metaFileSchema = v.looseObject({
  version: versionField,
  length: v.optional(lengthField),
  hashes: v.optional(hashesField),
});

const timestampSchema = v.looseObject({
  _type: v.literal('timestamp'),
  ...commonFields,
  meta: v.looseObject({ 'snapshot.json': metaFileSchema }),
  /** When it was signed: ours alone, to tell a stopped clock from a silent publisher. */
  issued: v.optional(timeField),
});
export type Timestamp = v.InferOutput<typeof timestampSchema>;

const snapshotSchema = v.looseObject({
  _type: v.literal('snapshot'),
  ...commonFields,
  meta: recordOf(metaFileSchema, MAX_FILES),
});
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

const targetFileSchema = v.looseObject({
  length: lengthField,
  hashes: hashesField,
  custom: v.optional(v.record(v.string(), v.unknown())),
});
export type TargetFile = v.InferOutput<typeof targetFileSchema>;

const targetsSchema = v.looseObject({
  _type: v.literal('targets'),
  ...commonFields,
  targets: recordOf(targetFileSchema, MAX_FILES),
});
export type Targets = v.InferOutput<typeof targetsSchema>;

export const signedSchemas = {
  root: rootSchema,
  timestamp: timestampSchema,
  snapshot: snapshotSchema,
  targets: targetsSchema,
} as const;

export const envelopeSchema = v.looseObject({
  signed: v.record(v.string(), v.unknown()),
  signatures: v.pipe(
    v.array(v.looseObject({ keyid: v.string(), sig: v.string() })),
    v.maxLength(MAX_SIGNATURES, `at most ${MAX_SIGNATURES} signatures`),
  ),
});
export type Signature = v.InferOutput<typeof envelopeSchema>['signatures'][number];

/** What each role signs. */
export interface SignedByRole {
  readonly root: Root;
  readonly timestamp: Timestamp;
  readonly snapshot: Snapshot;
  readonly targets: Targets;
}
