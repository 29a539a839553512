/** Unsigned 32-bit numbers one after another, at 4 bytes each. */
export class GrowingNumbers {
  #numbers = new Uint32Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(number: number): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#count++] = number;
  }

  /** 0 where there is none. */
  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }
}
