import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { BaseFetcher, Updater } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error';
import { verifyEd25519 } from '../../src/platform/verify-ed25519.ts';
import type { FetchedFile } from '../../src/trust/client.ts';
import { refreshMetadata } from '../../src/trust/refresh.ts';
import type { TrustedMetadata } from '../../src/trust/trusted-metadata.ts';
import { hashText, type SignedRepository } from './signed-repository.ts';

const BASE = 'https://list.test';

/** What a client made of a repository: the content of `sources.bin`, or why not. */
type ClientOutcome =
  | { readonly kind: 'accepted'; readonly content: string }
  | { readonly kind: 'refused'; readonly why: string };

/** What a client needs of a repository: its files, and what time it is. */
export type ShownRepository = Pick<SignedRepository, 'files' | 'now'>;

/** A client that remembers what it has seen, as one on a reader's machine does. */
export interface TestClient {
  readonly update: (repository: ShownRepository) => Promise<ClientOutcome>;
  readonly close: () => void;
}

class MemoryFetcher extends BaseFetcher {
  repository: ShownRepository | undefined;

  async fetch(url: string): Promise<NodeJS.ReadableStream> {
    const bytes = this.repository?.files.get(url.slice(BASE.length + 1));
    if (bytes === undefined) throw new DownloadHTTPError('Failed to download', 404);
    return Readable.from([Buffer.from(bytes)]);
  }
}

/** `tuf-js`, the reference client of npm, at the time of the repository. */
export function openReferenceClient(root: string): TestClient {
  const folder = mkdtempSync(join(tmpdir(), 'tuf-js-'));
  writeFileSync(join(folder, 'root.json'), root);
  const fetcher = new MemoryFetcher();
  return {
    async update(repository) {
      fetcher.repository = repository;
      const updater = new Updater({
        metadataDir: folder,
        metadataBaseUrl: `${BASE}/metadata`,
        targetDir: folder,
        targetBaseUrl: `${BASE}/targets`,
        fetcher,
      });
      try {
        await updater.refresh();
        const target = await updater.getTargetInfo('sources.bin');
        if (target === undefined) return { kind: 'refused', why: 'no target' };
        const file = await updater.downloadTarget(target, join(folder, 'sources.bin'));
        return { kind: 'accepted', content: readFileSync(file, 'utf8') };
      } catch (error) {
        return { kind: 'refused', why: error instanceof Error ? error.message : String(error) };
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Our own workflow on the same files; the target is held against its length and hash. */
export function openOwnClient(root: string): TestClient {
  let stored: TrustedMetadata = { root };
  return {
    async update(repository) {
      const read = (path: string, maxBytes: number): FetchedFile<never> => {
        const bytes = repository.files.get(path);
        if (bytes === undefined) return { kind: 'missing' };
        return bytes.length > maxBytes ? { kind: 'too-large' } : { kind: 'bytes', bytes };
      };
      const outcome = await refreshMetadata<never>(stored, {
        fetchMetadata: async (name, maxBytes) => read(`metadata/${name}`, maxBytes),
        verify: verifyEd25519,
        now: repository.now,
        persist: async (trusted) => {
          stored = trusted;
        },
      });
      if (outcome.kind === 'refused') {
        const { role, reason } = outcome.refusal;
        return { kind: 'refused', why: `${role}: ${reason}` };
      }
      if (outcome.kind === 'failed') return { kind: 'refused', why: 'failed' };
      const target = outcome.targets.targets['sources.bin'];
      if (target === undefined) return { kind: 'refused', why: 'no target' };
      const path = `targets/${target.hashes.sha256}.sources.bin`;
      const file = read(path, target.length);
      if (file.kind !== 'bytes') return { kind: 'refused', why: `target: ${file.kind}` };
      if (file.bytes.length !== target.length) return { kind: 'refused', why: 'target: length' };
      if (hashText(file.bytes) !== target.hashes.sha256) {
        return { kind: 'refused', why: 'target: hash' };
      }
      return { kind: 'accepted', content: new TextDecoder().decode(file.bytes) };
    },
    close: () => undefined,
  };
}
