const LANES = 3;
const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35] as const;
const FIRST_SLOTS = 1024;

/**
 * Which scopes a list has named. It keeps 96 bits of hash for each, in one block of memory, not the
 * names: a million of them take 25 MB, where a `Set` takes more than 100. Two scopes of a list of two
 * million are taken for one with a chance of 2^-55, and its publisher is the first to be told.
 */
export class ScopeSet {
  /** A slot without a scope has 0 in its first lane. */
  #slots = new Int32Array(LANES * FIRST_SLOTS);
  #count = 0;

  /** Whether the scope is new to the set, which has it from now on. */
  add(scope: string): boolean {
    let [a, b, c] = [scope.length, 0, 0];
    for (let at = 0; at < scope.length; at++) {
      const code = scope.charCodeAt(at);
      a = Math.imul(rotate(a) ^ code, FACTORS[0]);
      b = Math.imul(rotate(b) ^ code, FACTORS[1]);
      c = Math.imul(rotate(c) ^ code, FACTORS[2]);
    }
    if (!insert(this.#slots, a || 1, b, c)) return false;
    this.#count += 1;
    // Two thirds full: past that, finding a free slot takes long.
    if (3 * LANES * this.#count > 2 * this.#slots.length) this.#grow();
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    for (let at = 0; at < old.length; at += LANES) {
      const first = old[at] ?? 0;
      if (first !== 0) insert(this.#slots, first, old[at + 1] ?? 0, old[at + 2] ?? 0);
    }
  }
}

/** Each character then reaches all bits, not only those above its own. */
function rotate(lane: number): number {
  return (lane << 13) | (lane >>> 19);
}

/** False where the three lanes stand in the table already. */
function insert(slots: Int32Array, a: number, b: number, c: number): boolean {
  const mask = slots.length / LANES - 1;
  for (let slot = (a ^ (a >>> 15)) & mask; ; slot = (slot + 1) & mask) {
    const at = LANES * slot;
    if (slots[at] === 0) {
      slots.set([a, b, c], at);
      return true;
    }
    if (slots[at] === a && slots[at + 1] === b && slots[at + 2] === c) return false;
  }
}
