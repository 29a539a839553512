import type { SyncFailure } from '../sync/failure.ts';

/** Storage and database say by their errors' names what is the matter. */
export function classifyError(error: unknown): SyncFailure {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const isFull = /quota|no_?(device_?)?space/i.test(detail);
  return { reason: isFull ? 'storage' : 'database', detail: detail.slice(0, 300) };
}
