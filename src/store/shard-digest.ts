import { formatCanonicalJson } from '../list/canonical-json.ts';
import { Sha256 } from '../list/sha-256.ts';

/**
 * SHA-256 over a generation, as hex: shows damage. Over name, length and text of each shard in the
 * order of `listShardNames`, then over the head in canonical JSON, because Chromium gives an object
 * back from storage with its keys in another order.
 */
export class ShardDigest {
  readonly #hash = new Sha256();

  add(name: string, text: string): void {
    this.#hash.add(`${name} ${text.length}\n${text}\n`);
  }

  /** @param head of the index, as it lies in storage or will */
  finish(head: unknown): string {
    this.#hash.add(formatCanonicalJson(head));
    return this.#hash.finish();
  }
}
