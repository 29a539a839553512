import * as v from 'valibot';
import type { Database } from '../platform/database.ts';
import type { TrustedMetadata } from '../trust/trusted-metadata.ts';
import type { Subscription } from './subscription.ts';

const textField = v.optional(v.string());
const rowSchema = v.object({
  rootDigest: v.string(),
  root: v.string(),
  timestamp: textField,
  snapshot: textField,
  targets: textField,
});

/** Signed metadata as the database keeps it: with the digest of the root that all of it follows from. */
export interface TrustRow extends TrustedMetadata {
  readonly rootDigest: string;
}

/**
 * Metadata as the database gives it back; its signatures are checked wherever it is used. Undefined
 * when it was damaged, or follows from another root than the reader's: its versions bind nobody.
 */
export function parseTrustRow(value: unknown, rootDigest: string): TrustedMetadata | undefined {
  const parsed = v.safeParse(rowSchema, value);
  if (!parsed.success || parsed.output.rootDigest !== rootDigest) return undefined;
  const { rootDigest: _, ...trusted } = parsed.output;
  // The schema's optional fields are missing or texts, never undefined.
  return trusted as TrustedMetadata;
}

/** What is kept of a list's metadata, if it is of the root that the reader chose to trust. */
export async function readTrusted(
  { key, rootDigest }: Pick<Subscription, 'key' | 'rootDigest'>,
  database: Database,
): Promise<TrustedMetadata | undefined> {
  return parseTrustRow(await database.get('trust', key), rootDigest);
}
