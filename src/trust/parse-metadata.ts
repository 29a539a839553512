import * as v from 'valibot';
import { envelopeSchema, type Signature, type SignedByRole, signedSchemas } from './metadata.ts';
import { type Refused, type RoleName, refuse } from './refusal.ts';
import { formatSignedJson } from './signed-json.ts';

/** Metadata of a role as read: nothing in it is to be believed before its signatures count. */
export interface ReadMetadata<Name extends RoleName = RoleName> {
  readonly kind: 'metadata';
  readonly role: Name;
  /** The file's text, to be kept as it came: its hash and its signatures are over these bytes. */
  readonly text: string;
  readonly signed: SignedByRole[Name];
  readonly signatures: readonly Signature[];
  /** What the signatures are over. */
  readonly signedBytes: Uint8Array;
}

/** Reads a file of metadata from outside; refused when it is not of the role that was asked for. */
export function parseMetadata<Name extends RoleName>(
  role: Name,
  bytes: Uint8Array,
): ReadMetadata<Name> | Refused {
  try {
    // Fatal and with its byte order mark, so that the text gives the same bytes again.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const { signed, signatures } = v.parse(envelopeSchema, JSON.parse(text));
    // The schema of a role gives the type of that role; the compiler cannot follow the index.
    const content = v.parse(signedSchemas[role], signed) as unknown as SignedByRole[Name];
    const signedBytes = new TextEncoder().encode(formatSignedJson(signed));
    return { kind: 'metadata', role, text, signed: content, signatures, signedBytes };
  } catch (error) {
    // Not UTF-8, not JSON, nested past the stack, or not of the form: all the same to a reader.
    return refuse(role, 'not-metadata', { detail: describe(error) });
  }
}

function describe(error: unknown): string {
  if (error instanceof v.ValiError) {
    const [issue] = error.issues as v.BaseIssue<unknown>[];
    const path = issue === undefined ? undefined : v.getDotPath(issue);
    return `${path ?? ''} ${issue?.message ?? ''}`.trim();
  }
  return error instanceof Error ? error.message : String(error);
}
