import { type Client, MAX_METADATA_BYTES } from './client.ts';
import { type Failed, loadMetadata } from './load-metadata.ts';
import type { Root } from './metadata.ts';
import type { ReadMetadata } from './parse-metadata.ts';
import { type Refused, refuse } from './refusal.ts';
import { checkExpiry, checkIssued } from './time.ts';
import { verifySignatures } from './verify-signatures.ts';

type TimestampMetadata = ReadMetadata<'timestamp'>;

/** TUF §5.4: the newest timestamp, or the kept one where the server's is the same version. */
export async function updateTimestamp<Failure>(
  kept: TimestampMetadata | undefined,
  root: Root,
  client: Client<Failure>,
): Promise<TimestampMetadata | Refused | Failed<Failure>> {
  // 5.4.1
  const next = await loadMetadata(
    'timestamp',
    'timestamp.json',
    MAX_METADATA_BYTES.timestamp,
    client,
  );
  if (next.kind === 'missing') return refuse('timestamp', 'missing-file');
  if (next.kind !== 'metadata') return next;
  // 5.4.2
  const forged = await verifySignatures(next, root, client.verify);
  if (forged !== undefined) return forged;
  // 5.4.3
  const older = kept && checkRollback(kept, next);
  if (older !== undefined) return older;
  // 5.4.3.1: of the same version the kept one stands.
  const current = kept?.signed.version === next.signed.version ? kept : next;
  // 5.4.4
  const { signed } = current;
  return checkIssued(signed, client.now) ?? checkExpiry('timestamp', signed, client.now) ?? current;
}

function checkRollback(kept: TimestampMetadata, next: TimestampMetadata): Refused | undefined {
  // 5.4.3.1
  const [have, got] = [kept.signed.version, next.signed.version];
  if (got < have) return refuse('timestamp', 'rollback', { have, got });
  // 5.4.3.2
  const before = kept.signed.meta['snapshot.json'].version;
  const after = next.signed.meta['snapshot.json'].version;
  return after < before ? refuse('snapshot', 'rollback', { have: before, got: after }) : undefined;
}
