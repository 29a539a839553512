import type { FetchFile, FileLimits, FileReply } from '../sync/fetch-file.ts';
import type { TakeProgress } from './take-release.ts';

/**
 * Files of a release that were fetched before the lists are held. Whoever takes the release in asks
 * as if it had a network; what is not here fails, is noted, and can be fetched for the next try.
 */
export class FetchedFiles {
  readonly #fetchFile: FetchFile;
  readonly #onProgress: (progress: TakeProgress) => void;
  readonly #replies = new Map<string, FileReply>();
  readonly #wanted = new Map<string, FileLimits>();

  constructor(fetchFile: FetchFile, onProgress: (progress: TakeProgress) => void) {
    this.#fetchFile = fetchFile;
    this.#onProgress = onProgress;
  }

  readonly fetchFile: FetchFile = async (path, limits) => {
    const reply = this.#replies.get(path);
    if (reply !== undefined) return reply;
    this.#wanted.set(path, limits);
    return { kind: 'failed', failure: { reason: 'stopped', file: path } };
  };

  /** Fetches what was asked for in vain; false where that is nothing. */
  async fetchWanted(): Promise<boolean> {
    // One is enough: whether another is needed depends on it.
    const [wanted] = this.#wanted;
    if (wanted === undefined) return false;
    this.#wanted.clear();
    const [path, { maxBytes, milliseconds }] = wanted;
    const onProgress = (done: number) =>
      this.#onProgress({ stage: 'download', done, total: maxBytes });
    this.#replies.set(path, await this.#fetchFile(path, { maxBytes, milliseconds, onProgress }));
    return true;
  }
}
