import { join } from 'node:path';
import * as v from 'valibot';
import { describeIssues } from '../../list/describe-issues.ts';
import type { Problem } from '../../list/problem.ts';
import { deriveKeyId } from '../../trust/check-key-ids.ts';
import { ROLES, type Role } from './role.ts';

const KEY_RING_FORMAT = 1;
const MAX_EXPIRY_DAYS = 3_650;
/** More than anybody keeps apart; a threshold counts distinct keys. */
export const MAX_ROLE_KEYS = 16;

const hexField = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '64 lower-case hex digits'));
const countField = (max: number) =>
  v.pipe(
    v.number(),
    v.integer('a whole number'),
    v.minValue(1, 'at least 1'),
    v.maxValue(max, `at most ${max}`),
  );

const publicKeySchema = v.strictObject({
  keytype: v.literal('ed25519', 'ed25519'),
  scheme: v.literal('ed25519', 'ed25519'),
  keyval: v.strictObject({ public: hexField }),
});

const roleSchema = v.looseObject({
  keyids: v.pipe(
    v.array(hexField),
    v.nonEmpty('at least one'),
    v.maxLength(MAX_ROLE_KEYS, `at most ${MAX_ROLE_KEYS}`),
    v.check((ids) => new Set(ids).size === ids.length, 'each key once'),
  ),
  threshold: countField(MAX_ROLE_KEYS),
  expiryDays: countField(MAX_EXPIRY_DAYS),
});

const keyRingSchema = v.looseObject({
  format: v.literal(KEY_RING_FORMAT, `format ${KEY_RING_FORMAT}`),
  keys: v.record(hexField, publicKeySchema),
  roles: v.object({
    root: roleSchema,
    targets: roleSchema,
    snapshot: roleSchema,
    timestamp: roleSchema,
  }),
});

/** Who signs for a role, how many of them it takes, and how long a signature holds. */
export type RoleKeys = Readonly<v.InferOutput<typeof roleSchema>>;

/** `KEYS/keys.json`: everything about the keys of a list that anybody may see. */
export type KeyRing = Readonly<v.InferOutput<typeof keyRingSchema>>;

/** What a reader makes of `keys.json`. */
export type KeyRingReading =
  | { readonly kind: 'ring'; readonly ring: KeyRing }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Days for which what a role signs holds. A frozen mirror is noticed when the timestamp expires:
 * long before a list is too old to be believed (`maxStaleDays`, 60 in our own), but late enough for
 * a holiday of whoever renews. The snapshot, renewed by the same machine, holds for half of
 * `maxStaleDays`. Targets and root are signed by people who fetch a key from a drawer.
 */
export const DEFAULT_EXPIRY_DAYS: Readonly<Record<Role, number>> = {
  root: 365,
  targets: 180,
  snapshot: 30,
  timestamp: 7,
};

/** The name of the public file in a folder of keys. */
export const KEY_RING_FILE = 'keys.json';

/** Where it lies. */
export function locateKeyRing(keysDir: string): string {
  return join(keysDir, KEY_RING_FILE);
}

/** The one text of a key ring. */
export function formatKeyRing(ring: KeyRing): string {
  return `${JSON.stringify({ ...ring, format: KEY_RING_FORMAT }, undefined, 2)}\n`;
}

/** Reads a key ring from outside: ids that belong to their keys, thresholds that can be met. */
export function parseKeyRing(value: unknown): KeyRingReading {
  const file = KEY_RING_FILE;
  const parsed = v.safeParse(keyRingSchema, value);
  if (!parsed.success) return { kind: 'refused', problems: describeIssues(file, parsed.issues) };
  const ring = parsed.output;
  const problems: Problem[] = [];
  const report = (field: string, what: string, cure: string) =>
    problems.push({ file, field, what, cure, level: 'form' });
  for (const [keyid, key] of Object.entries(ring.keys)) {
    const derived = deriveKeyId(key);
    if (derived !== keyid) report(`keys.${keyid}`, 'is not the id of this key', derived);
  }
  for (const role of ROLES) {
    const { keyids, threshold } = ring.roles[role];
    if (threshold > keyids.length) {
      const what = `is ${threshold} with ${keyids.length} keys`;
      report(`roles.${role}.threshold`, what, `at most ${keyids.length}`);
    }
    for (const [at, keyid] of keyids.entries()) {
      if (!Object.hasOwn(ring.keys, keyid)) {
        report(`roles.${role}.keyids[${at}]`, 'is not among the keys', 'an id of "keys"');
      }
    }
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'ring', ring };
}

/** A ring of these keys. */
export function buildKeyRing(
  roles: Readonly<Record<Role, RoleKeys>>,
  keys: KeyRing['keys'],
): KeyRing {
  return { format: KEY_RING_FORMAT, keys, roles };
}
