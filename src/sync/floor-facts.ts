import * as v from 'valibot';
import { parseListAddress } from './parse-list-address.ts';

/**
 * What a package says of the release that it ships: whose list it is and where its next releases
 * come from. Written by the build as `list/floor.json`.
 */
export interface FloorFacts {
  /** Id of the list. */
  readonly list: string;
  /** SHA-256 of the bytes of `1.root.json`, in hex. */
  readonly rootDigest: string;
  /** None in a build that nobody publishes releases for. */
  readonly address?: string;
  /** Signed with a key that was made for a development build. */
  readonly isDevelopment: boolean;
  /** ISO time of the build: the release was not expired then. */
  readonly builtAt: string;
}

const floorFactsSchema = v.object({
  list: v.pipe(v.string(), v.minLength(1)),
  rootDigest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  // Normalised: without the slash at its end, files would be asked for beside the folder.
  address: v.optional(v.pipe(v.string(), v.transform(parseListAddress), v.string())),
  isDevelopment: v.boolean(),
  builtAt: v.pipe(v.string(), v.isoTimestamp()),
});

/** The text of `floor.json`. */
export function formatFloorFacts(facts: FloorFacts): string {
  return JSON.stringify(facts);
}

/** Reads `floor.json`; undefined when the package is damaged. */
export function parseFloorFacts(bytes: Uint8Array): FloorFacts | undefined {
  try {
    const parsed = v.safeParse(floorFactsSchema, JSON.parse(new TextDecoder().decode(bytes)));
    // The optional address is missing or a text, never undefined.
    return parsed.success ? (parsed.output as FloorFacts) : undefined;
  } catch {
    // No JSON.
    return undefined;
  }
}
