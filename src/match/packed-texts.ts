import { GrowingNumbers } from './growing-numbers.ts';

const TEXTS_PER_BLOCK = 512;

/**
 * Short texts, by number in the order of their coming. Joined to blocks, because a string of its own
 * costs an engine some 30 bytes more, and a collector of garbage a look each time; and because what
 * was cut from a large text would keep that in memory.
 */
export class PackedTexts {
  readonly #blocks: string[] = [];
  /** Where in its block each text ends. */
  readonly #ends = new GrowingNumbers();
  #open: string[] = [];
  #length = 0;

  /** Returns the number by which the text is read. */
  add(text: string): number {
    this.#open.push(text);
    this.#length += text.length;
    this.#ends.push(this.#length);
    if (this.#open.length === TEXTS_PER_BLOCK) {
      this.#blocks.push(this.#open.join(''));
      this.#open = [];
      this.#length = 0;
    }
    return this.#ends.count - 1;
  }

  /** Empty where there is no such text. */
  read(number: number): string {
    const place = number % TEXTS_PER_BLOCK;
    const block = this.#blocks[(number - place) / TEXTS_PER_BLOCK];
    if (block === undefined) return this.#open[place] ?? '';
    return block.slice(place === 0 ? 0 : this.#ends.at(number - 1), this.#ends.at(number));
  }
}
