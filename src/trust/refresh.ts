import type { Client } from './client.ts';
import type { Failed } from './load-metadata.ts';
import type { Root, Targets, Timestamp } from './metadata.ts';
import { parseMetadata, type ReadMetadata } from './parse-metadata.ts';
import type { Refused } from './refusal.ts';
import type { TrustedMetadata } from './trusted-metadata.ts';
import { updateRoot } from './update-root.ts';
import { updateSnapshot } from './update-snapshot.ts';
import { updateTargets } from './update-targets.ts';
import { updateTimestamp } from './update-timestamp.ts';
import { type VerifyEd25519, verifySignatures } from './verify-signatures.ts';

/** What is trusted after an update: all of it was signed, and none of it is past its day. */
export interface Refreshed {
  readonly kind: 'refreshed';
  readonly trusted: TrustedMetadata;
  readonly timestamp: Timestamp;
  readonly targets: Targets;
}

/**
 * Brings the metadata of a repository up to date by the client workflow of The Update Framework
 * (§5.1 to 5.6 of the specification, version 1.0; the numbers stand at the steps). What is refused
 * or fails leaves all that was trusted before in force; what was verified until then was persisted.
 *
 * @param stored what was kept; at first the pinned root alone
 */
export async function refreshMetadata<Failure>(
  stored: TrustedMetadata,
  client: Client<Failure>,
): Promise<Refreshed | Refused | Failed<Failure>> {
  const updated = await updateRoot(stored, client);
  if (updated.kind !== 'root') return updated;
  const root = updated.root.signed;
  let { trusted } = updated;
  const kept = await openKept(trusted, root, client.verify);

  const timestamp = await updateTimestamp(kept.timestamp, root, client);
  if (timestamp.kind !== 'metadata') return timestamp;
  trusted = await persist(trusted, 'timestamp', timestamp.text, client);

  const snapshot = await updateSnapshot(kept.snapshot, timestamp.signed, root, client);
  if (snapshot.kind !== 'metadata') return snapshot;
  trusted = await persist(trusted, 'snapshot', snapshot.text, client);

  const targets = await updateTargets(kept.targets, snapshot.signed, root, client);
  if (targets.kind !== 'metadata') return targets;
  trusted = await persist(trusted, 'targets', targets.text, client);

  return { kind: 'refreshed', trusted, timestamp: timestamp.signed, targets: targets.signed };
}

/** §5.4.5, 5.5.7, 5.6.6; nothing is written where nothing changed. */
async function persist<Failure>(
  trusted: TrustedMetadata,
  role: 'timestamp' | 'snapshot' | 'targets',
  text: string,
  client: Client<Failure>,
): Promise<TrustedMetadata> {
  if (trusted[role] === text) return trusted;
  const next = { ...trusted, [role]: text };
  await client.persist(next);
  return next;
}

interface Kept {
  readonly timestamp?: ReadMetadata<'timestamp'> | undefined;
  readonly snapshot?: ReadMetadata<'snapshot'> | undefined;
  readonly targets?: ReadMetadata<'targets'> | undefined;
}

/**
 * What was kept and still counts under this root, be it expired: it guards against rollback. What
 * does not is dropped and fetched anew.
 */
async function openKept(
  trusted: TrustedMetadata,
  root: Root,
  verify: VerifyEd25519,
): Promise<Kept> {
  const open = async <Name extends 'timestamp' | 'snapshot' | 'targets'>(role: Name) => {
    const text = trusted[role];
    if (text === undefined) return undefined;
    const read = parseMetadata(role, new TextEncoder().encode(text));
    if (read.kind === 'refused') return undefined;
    return (await verifySignatures(read, root, verify)) === undefined ? read : undefined;
  };
  return {
    timestamp: await open('timestamp'),
    snapshot: await open('snapshot'),
    targets: await open('targets'),
  };
}
