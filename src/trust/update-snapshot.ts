import { type Client, MAX_METADATA_BYTES } from './client.ts';
import { checkFile, type Failed, loadMetadata } from './load-metadata.ts';
import type { Root, Timestamp } from './metadata.ts';
import type { ReadMetadata } from './parse-metadata.ts';
import { type Refused, refuse } from './refusal.ts';
import { checkExpiry } from './time.ts';
import { verifySignatures } from './verify-signatures.ts';

type SnapshotMetadata = ReadMetadata<'snapshot'>;

/** TUF §5.5: the snapshot that the timestamp names; the kept one is not fetched again. */
export async function updateSnapshot<Failure>(
  kept: SnapshotMetadata | undefined,
  timestamp: Timestamp,
  root: Root,
  client: Client<Failure>,
): Promise<SnapshotMetadata | Refused | Failed<Failure>> {
  const file = timestamp.meta['snapshot.json'];
  if (kept?.signed.version === file.version) {
    const bytes = new TextEncoder().encode(kept.text);
    if (checkFile('snapshot', bytes, file) === undefined) {
      return checkExpiry('snapshot', kept.signed, client.now) ?? kept;
    }
  }
  // 5.5.1, 5.5.2
  const name = `${file.version}.snapshot.json`;
  const next = await loadMetadata('snapshot', name, MAX_METADATA_BYTES.snapshot, client, file);
  if (next.kind === 'missing') return refuse('snapshot', 'missing-file');
  if (next.kind !== 'metadata') return next;
  return (
    // 5.5.3
    (await verifySignatures(next, root, client.verify)) ??
    checkVersion(next, file.version) ??
    checkRollback(kept, next) ??
    // 5.5.6
    checkExpiry('snapshot', next.signed, client.now) ??
    next
  );
}

/** 5.5.4: not another release's snapshot (mix and match). */
function checkVersion({ signed }: SnapshotMetadata, have: number): Refused | undefined {
  if (signed.version === have) return undefined;
  return refuse('snapshot', 'version-mismatch', { have, got: signed.version });
}

/** 5.5.5: no file of targets may go back or go missing. */
function checkRollback(
  kept: SnapshotMetadata | undefined,
  next: SnapshotMetadata,
): Refused | undefined {
  for (const [name, { version: have }] of Object.entries(kept?.signed.meta ?? {})) {
    const got = Object.hasOwn(next.signed.meta, name) ? next.signed.meta[name]?.version : undefined;
    if (got === undefined) return refuse('targets', 'missing-file', { detail: name });
    if (got < have) return refuse('targets', 'rollback', { have, got });
  }
  return undefined;
}
