import { checkKeyIds } from './check-key-ids.ts';
import { type Client, MAX_METADATA_BYTES, MAX_ROOT_ROTATIONS } from './client.ts';
import { loadMetadata } from './load-metadata.ts';
import { parseMetadata, type ReadMetadata } from './parse-metadata.ts';
import { type Refused, refuse } from './refusal.ts';
import { checkExpiry } from './time.ts';
import type { TrustedMetadata } from './trusted-metadata.ts';
import { isRotated, type VerifyEd25519, verifySignatures } from './verify-signatures.ts';

type RootMetadata = ReadMetadata<'root'>;

export interface UpdatedRoot {
  readonly kind: 'root';
  readonly root: RootMetadata;
  readonly trusted: TrustedMetadata;
}

/** The root that an update starts from (TUF §5.2), signed by its own keys. It may be expired. */
async function openRoot(text: string, verify: VerifyEd25519): Promise<RootMetadata | Refused> {
  const root = parseMetadata('root', new TextEncoder().encode(text));
  if (root.kind === 'refused') return root;
  return checkKeyIds(root.signed) ?? (await verifySignatures(root, root.signed, verify)) ?? root;
}

/** TUF §5.3: follows the chain of roots to its end. */
export async function updateRoot<Failure>(
  stored: TrustedMetadata,
  client: Client<Failure>,
): Promise<UpdatedRoot | Refused | { readonly kind: 'failed'; readonly failure: Failure }> {
  // 5.3.1: the trusted root is the one that was kept, at first the one that was pinned.
  const first = await openRoot(stored.root, client.verify);
  if (first.kind === 'refused') return first;
  let root = first;
  let trusted = stored;
  for (let turn = 0; turn < MAX_ROOT_ROTATIONS; turn++) {
    // 5.3.2, 5.3.3: the next version, and not more of it than the bound.
    const name = `${root.signed.version + 1}.root.json`;
    const loaded = await loadMetadata('root', name, MAX_METADATA_BYTES.root, client);
    // 5.3.3: none: the trusted root is the newest.
    if (loaded.kind === 'missing') break;
    if (loaded.kind !== 'metadata') return loaded;
    const next = loaded;
    const fault = await checkNextRoot(root, next, client.verify);
    if (fault !== undefined) return fault;
    // 5.3.7, 5.3.8: from here on this one is trusted; what it revokes stays revoked.
    trusted = { ...trusted, root: next.text };
    // 5.3.11: keys that changed may have signed versions that nobody can overtake any more.
    if (
      isRotated('timestamp', root.signed, next.signed) ||
      isRotated('snapshot', root.signed, next.signed)
    ) {
      const { timestamp: _, snapshot: __, targets: ___, ...kept } = trusted;
      trusted = kept;
    }
    root = next;
    await client.persist(trusted);
    // 5.3.9: until there is no next one.
  }
  // 5.3.10: only the last root must still be valid.
  return checkExpiry('root', root.signed, client.now) ?? { kind: 'root', root, trusted };
}

async function checkNextRoot(
  current: RootMetadata,
  next: RootMetadata,
  verify: VerifyEd25519,
): Promise<Refused | undefined> {
  // 5.3.4: signed by a threshold of the root before, and by one of its own.
  const byOld = await verifySignatures(next, current.signed, verify);
  if (byOld !== undefined) return byOld;
  const keys = checkKeyIds(next.signed);
  if (keys !== undefined) return keys;
  const byItself = await verifySignatures(next, next.signed, verify);
  if (byItself !== undefined) return byItself;
  // 5.3.5: exactly one version on.
  const [have, got] = [current.signed.version + 1, next.signed.version];
  if (got !== have) return refuse('root', got < have ? 'rollback' : 'root-skipped', { have, got });
  return undefined;
}
