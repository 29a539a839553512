import { type Client, MAX_METADATA_BYTES } from './client.ts';
import { checkFile, type Failed, loadMetadata } from './load-metadata.ts';
import type { Root, Snapshot } from './metadata.ts';
import type { ReadMetadata } from './parse-metadata.ts';
import { type Refused, refuse } from './refusal.ts';
import { checkExpiry } from './time.ts';
import { verifySignatures } from './verify-signatures.ts';

type TargetsMetadata = ReadMetadata<'targets'>;

/** TUF §5.6: the targets that the snapshot names. Delegated roles (5.6.7) are not followed. */
export async function updateTargets<Failure>(
  kept: TargetsMetadata | undefined,
  snapshot: Snapshot,
  root: Root,
  client: Client<Failure>,
): Promise<TargetsMetadata | Refused | Failed<Failure>> {
  const file = snapshot.meta['targets.json'];
  if (file === undefined) return refuse('targets', 'missing-file');
  if (kept?.signed.version === file.version) {
    const bytes = new TextEncoder().encode(kept.text);
    if (checkFile('targets', bytes, file) === undefined) {
      return checkExpiry('targets', kept.signed, client.now) ?? kept;
    }
  }
  // 5.6.1, 5.6.2
  const name = `${file.version}.targets.json`;
  const next = await loadMetadata('targets', name, MAX_METADATA_BYTES.targets, client, file);
  if (next.kind === 'missing') return refuse('targets', 'missing-file');
  if (next.kind !== 'metadata') return next;
  return (
    // 5.6.3
    (await verifySignatures(next, root, client.verify)) ??
    checkVersion(next, file.version) ??
    // 5.6.5
    checkExpiry('targets', next.signed, client.now) ??
    next
  );
}

/** 5.6.4: the version that the snapshot names. */
function checkVersion({ signed }: TargetsMetadata, have: number): Refused | undefined {
  if (signed.version === have) return undefined;
  return refuse('targets', 'version-mismatch', { have, got: signed.version });
}
