import { MAX_SLUG_CHARS } from '../list/limits.ts';
import { parseListAddress } from '../sync/parse-list-address.ts';
import { parseDigest } from './parse-digest.ts';

/** A list's id, and for others than our own a tilde and the 64 digits of its root's digest. */
const MAX_KEY_CHARS = MAX_SLUG_CHARS + 1 + 64;
/** More lists than anybody follows. */
const MAX_POSITION = 1_000;

/** `{key}` as a short string, or undefined. */
export function parseListKey(value: unknown): { readonly key: string } | undefined {
  const { key } = asRecord(value);
  return isKey(key) ? { key } : undefined;
}

/** `{key?}`: one list, or all; undefined for anything else. */
export function parseSyncRequest(value: unknown): { readonly key?: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { key } = asRecord(value);
  if (key === undefined) return {};
  return isKey(key) ? { key } : undefined;
}

/** `{address, rootDigest}` in one spelling each, or undefined. */
export function parseListLocation(
  value: unknown,
): { readonly address: string; readonly rootDigest: string } | undefined {
  const request = asRecord(value);
  if (typeof request['address'] !== 'string' || typeof request['rootDigest'] !== 'string') {
    return undefined;
  }
  const address = parseListAddress(request['address']);
  const rootDigest = parseDigest(request['rootDigest']);
  if (address === undefined || rootDigest === undefined) return undefined;
  return { address, rootDigest };
}

/** `{key, isEnabled}`, or undefined. */
export function parseEnableRequest(
  value: unknown,
): { readonly key: string; readonly isEnabled: boolean } | undefined {
  const { key, isEnabled } = asRecord(value);
  return isKey(key) && typeof isEnabled === 'boolean' ? { key, isEnabled } : undefined;
}

/** `{key, position}` with a place counted from 0, or undefined. */
export function parseMoveRequest(
  value: unknown,
): { readonly key: string; readonly position: number } | undefined {
  const { key, position } = asRecord(value);
  if (!isKey(key) || !isPosition(position)) return undefined;
  return { key, position };
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_KEY_CHARS;
}

function isPosition(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < MAX_POSITION;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  // An object may be read by name; its values stay unknown.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
