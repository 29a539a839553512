import { beforeEach, describe, expect, it } from 'vitest';
import { verifyEd25519 } from '../../src/platform/verify-ed25519.ts';
import type { FetchedFile } from '../../src/trust/client.ts';
import { refreshMetadata } from '../../src/trust/refresh.ts';
import type { TrustedMetadata } from '../../src/trust/trusted-metadata.ts';
import { makeKey, SignedRepository } from '../support/signed-repository.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');

let repository: SignedRepository;
let requests: string[];
let persisted: TrustedMetadata[];
beforeEach(() => {
  repository = new SignedRepository(NOW);
  repository.publish({ 'sources.bin': 'first' });
  requests = [];
  persisted = [];
});

async function refresh(
  stored: TrustedMetadata,
  fetchFile: (name: string) => FetchedFile<string> = readFile,
) {
  return refreshMetadata<string>(stored, {
    fetchMetadata: async (name) => {
      requests.push(name);
      return fetchFile(name);
    },
    verify: verifyEd25519,
    now: NOW,
    persist: async (trusted) => {
      persisted.push(trusted);
    },
  });
}
function readFile(name: string): FetchedFile<string> {
  const bytes = repository.files.get(`metadata/${name}`);
  return bytes === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes };
}
const readRoles = (trusted: TrustedMetadata) => Object.keys(trusted);

describe('a refresh', () => {
  it('keeps each file as soon as it is verified, in the order of the roles', async () => {
    repository.rotate('root');
    await refresh({ root: repository.rootText });
    expect(persisted.map(readRoles)).toEqual([
      ['root'],
      ['root', 'timestamp'],
      ['root', 'timestamp', 'snapshot'],
      ['root', 'timestamp', 'snapshot', 'targets'],
    ]);
    expect(persisted.at(-1)?.root).toBe(repository.read('metadata/2.root.json'));
  });

  it('asks for the next root and the timestamp alone when nothing changed, and writes nothing', async () => {
    await refresh({ root: repository.rootText });
    const [stored] = persisted.slice(-1);
    requests = [];
    persisted = [];
    const outcome = await refresh(stored ?? { root: '' });
    expect(outcome.kind).toBe('refreshed');
    expect(requests).toEqual(['2.root.json', 'timestamp.json']);
    expect(persisted).toEqual([]);
  });

  it('goes on where an interrupted one stopped, and cannot be led back behind it', async () => {
    const broken = (name: string): FetchedFile<string> =>
      name.endsWith('snapshot.json') ? { kind: 'failed', failure: 'gone' } : readFile(name);
    const first = await refresh({ root: repository.rootText }, broken);
    expect(first).toEqual({ kind: 'failed', failure: 'gone' });
    const [stored = { root: '' }] = persisted.slice(-1);
    repository.versions.timestamp = 0;
    repository.versions.snapshot = 0;
    expect((await refresh(stored)).kind).toBe('refreshed');
  });

  it('does not accept a timestamp that is older than one seen in an interrupted refresh', async () => {
    const old = repository.read('metadata/timestamp.json');
    repository.publish({ 'sources.bin': 'second' });
    const broken = (name: string): FetchedFile<string> =>
      name.endsWith('targets.json') ? { kind: 'failed', failure: 'gone' } : readFile(name);
    await refresh({ root: repository.rootText }, broken);
    const [stored = { root: '' }] = persisted.slice(-1);
    repository.write('metadata/timestamp.json', old);
    expect(await refresh(stored)).toMatchObject({
      refusal: { reason: 'rollback', role: 'timestamp', have: 2, got: 1 },
    });
  });

  it('keeps a new root even when what follows fails, so that a revoked key stays revoked', async () => {
    const revoked = repository.keys.timestamp;
    repository.rotate('timestamp');
    repository.keys = { ...repository.keys, timestamp: revoked };
    repository.writeTimestamp();
    await refresh({ root: repository.rootText });
    const [stored = { root: '' }] = persisted.slice(-1);
    // The server hides the new root again.
    repository.files.delete('metadata/2.root.json');
    expect(await refresh(stored)).toMatchObject({
      refusal: { reason: 'signatures', role: 'timestamp' },
    });
  });

  it('starts from no root that its own keys did not sign', async () => {
    const stranger = new SignedRepository(NOW);
    const forged = JSON.parse(repository.rootText) as { signatures: unknown };
    forged.signatures = (JSON.parse(stranger.rootText) as typeof forged).signatures;
    expect(await refresh({ root: JSON.stringify(forged) })).toMatchObject({
      refusal: { reason: 'signatures', role: 'root' },
    });
    expect(requests).toEqual([]);
  });

  it('drops kept metadata that the present root does not vouch for, and fetches it anew', async () => {
    const stranger = new SignedRepository(NOW);
    stranger.publish({ 'sources.bin': 'other' });
    const stored = {
      root: repository.rootText,
      timestamp: stranger.read('metadata/timestamp.json'),
      snapshot: 'damaged',
    };
    expect((await refresh(stored)).kind).toBe('refreshed');
  });

  it('follows a chain of many roots in one go', async () => {
    for (let turn = 0; turn < 12; turn++) repository.rotate('root');
    await refresh({ root: repository.rootText });
    expect(persisted.at(-1)?.root).toBe(repository.read('metadata/13.root.json'));
  });

  it('counts no key of another type', async () => {
    const rsa = makeKey({ keytype: 'rsa' });
    repository.keys = { ...repository.keys, targets: [rsa] };
    repository.writeRoot(repository.keys.root);
    repository.publish({ 'sources.bin': 'second' });
    expect(await refresh({ root: repository.rootText })).toMatchObject({
      refusal: { reason: 'signatures', role: 'targets' },
    });
  });
});
