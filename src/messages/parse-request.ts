/** Names an entry of a list; slugs and list ids are short. */
export interface EntryName {
  readonly list: string;
  readonly entry: string;
}

const MAX_NAME_CHARS = 200;
/** Browsers themselves take some two million characters. */
const MAX_ADDRESS_CHARS = 2_100_000;
/** No scope is longer than 255 characters, thrice that when percent-encoded: the rest can't decide. */
const MAX_PATH_CHARS = 4_096;

/** `{path}` as a path from the root, cut to what can decide, or undefined. */
export function parsePathRequest(value: unknown): { readonly path: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { path } = value as { path?: unknown };
  if (typeof path !== 'string' || !path.startsWith('/')) return undefined;
  return { path: path.slice(0, MAX_PATH_CHARS) };
}

/** `{address, isLink}` as text of a bearable length and a boolean, or undefined. */
export function parseAddressRequest(
  value: unknown,
): { readonly address: string; readonly isLink: boolean } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { address, isLink } = value as { address?: unknown; isLink?: unknown };
  if (typeof address !== 'string' || address.length > MAX_ADDRESS_CHARS) return undefined;
  return { address, isLink: isLink === true };
}

/** `{list, entry}` as two short strings, or undefined. */
export function parseEntryName(value: unknown): EntryName | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { list, entry } = value as { list?: unknown; entry?: unknown };
  if (!isName(list) || !isName(entry)) return undefined;
  return { list, entry };
}

/** `{paused}` as a boolean, or undefined. */
export function parsePauseRequest(value: unknown): { readonly paused: boolean } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { paused } = value as { paused?: unknown };
  return typeof paused === 'boolean' ? { paused } : undefined;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME_CHARS;
}
