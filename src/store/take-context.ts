import { type Context, parseContext } from '../list/context.ts';
import { MAX_CONTEXT_CHARS } from '../list/limits.ts';
import { failSync, type SyncFailed } from '../sync/failure.ts';
import type { Release } from '../sync/read-release.ts';
import { explainTextError, unzipText } from '../sync/unzip-text.ts';
import { hashBytes } from '../trust/sha-256.ts';
import { refuseUnsafe } from './taken-list.ts';

const FILE = 'context.bin';

/** What a list is read with, as its publisher signed it; `value` is what came, to be kept. */
export interface TakenContext {
  readonly kind: 'context';
  readonly value: unknown;
  readonly context: Context;
}

/** Reads the bytes of a `context.bin` that were held against their hash. */
export async function takeContext(
  bytes: Uint8Array,
  { context: { digest, textBytes } }: Release,
): Promise<TakenContext | SyncFailed> {
  if (textBytes > MAX_CONTEXT_CHARS) {
    return failSync({ reason: 'too-large', file: FILE, have: MAX_CONTEXT_CHARS, got: textBytes });
  }
  let text = '';
  try {
    for await (const piece of unzipText(bytes, textBytes)) text += piece;
    if (hashBytes(new TextEncoder().encode(text)) !== digest) {
      return failSync({ reason: 'wrong-digest', file: FILE });
    }
    const value: unknown = JSON.parse(text);
    const reading = parseContext(value);
    if (reading.kind === 'refused') return refuseUnsafe(reading.problems);
    return { kind: 'context', value, context: reading.context };
  } catch (error) {
    if (!(error instanceof SyntaxError)) return explainTextError(error, FILE, textBytes);
    return failSync({ reason: 'unsafe-list', file: FILE, detail: error.message });
  }
}
