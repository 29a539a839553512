import { DatabaseTimeoutError } from '../platform/database.ts';
import type { SyncFailure } from '../sync/failure.ts';

const MAX_DETAIL_CHARS = 300;

/** Storage and database say by their errors what is the matter; any other one is a fault of ours. */
export function classifyError(error: unknown): SyncFailure {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const about = { detail: detail.slice(0, MAX_DETAIL_CHARS) };
  if (/quota|no_?(device_?)?space/i.test(detail)) return { reason: 'storage', ...about };
  const isDatabase = error instanceof DOMException || error instanceof DatabaseTimeoutError;
  return { reason: isDatabase ? 'database' : 'internal', ...about };
}
