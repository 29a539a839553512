import { parseAddress } from '../match/parse-address.ts';

const NO_ADDRESS = 'this is no address of a website';

/** What is met around addresses in tables and lists, and how its removal is asked for. */
const WRAPPINGS: readonly (readonly [RegExp, string])[] = [
  [/^["'“”„‘’«»\s]+|["'“”„‘’«»\s]+$/g, 'the quotes'],
  [/^<+|>+$/g, '`<` and `>`'],
  [/(?<=^(?:https?:\/\/)?)\*\./i, '`*.`'],
  [/(?<=^(?:https?:\/\/)?)\.+/i, 'the dot in front'],
];

/** Longer ones are no address with something around it; the patterns are slow on long runs. */
const MAX_EXPLAINED_CHARACTERS = 2048;

/**
 * Why a text is no address that can be looked up, with the cure where one is known to work.
 *
 * - `"*.example.com"` → remove the quotes, then `*.`
 * - `"no address"` → no address of a website
 */
export function explainUnchecked(input: string): string {
  if (input.length > MAX_EXPLAINED_CHARACTERS) return NO_ADDRESS;
  let text = input.trim();
  const cures: string[] = [];
  for (const [wrapping, cure] of WRAPPINGS) {
    const bare = text.replace(wrapping, '');
    if (bare !== text) cures.push(cure);
    text = bare;
  }
  const address = parseAddress(text);
  // A single label is never listed, so a quoted word is none that lacks only its quotes.
  const isCured = address.kind === 'address' && (address.isIp || address.host.includes('.'));
  if (cures.length === 0 || !isCured) return NO_ADDRESS;
  return `remove ${cures.join(', then ')}`;
}
