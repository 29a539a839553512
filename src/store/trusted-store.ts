import * as v from 'valibot';
import type { TrustedMetadata } from '../trust/trusted-metadata.ts';

const textField = v.optional(v.string());
const trustedSchema = v.object({
  root: v.string(),
  timestamp: textField,
  snapshot: textField,
  targets: textField,
});

/** Metadata as the database gives it back; its signatures are checked wherever it is used. */
export function parseTrustedMetadata(value: unknown): TrustedMetadata | undefined {
  const parsed = v.safeParse(trustedSchema, value);
  // The schema's optional fields are missing or texts, never undefined.
  return parsed.success ? (parsed.output as TrustedMetadata) : undefined;
}
