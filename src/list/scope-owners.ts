import { GrowingNumbers } from '../match/growing-numbers.ts';
import { hashKey, mixHash } from '../match/host-hash.ts';
import { PackedTexts } from '../match/packed-texts.ts';

/** A power of two: tables grow one by one, so that none takes long. */
const TABLES = 64;
const FIRST_PLACES = 64;
/** No honest list comes near it; hosts chosen to collide go elsewhere, and cost no more. */
const MAX_STEPS = 64;

/** Numbers of scopes from 1 on, by their hash, at most half full; 0 is a free place. */
interface Table {
  places: Uint32Array;
  count: number;
}

/**
 * Which entry names each scope of a list, at some 40 bytes each where a `Map` takes 150 and is looked
 * through by every collection of garbage: a list may have two million, and a phone little memory.
 */
export class ScopeOwners {
  readonly #tables: readonly Table[] = Array.from({ length: TABLES }, () => ({
    places: new Uint32Array(FIRST_PLACES),
    count: 0,
  }));
  readonly #crowded = new Map<string, number>();
  readonly #scopes = new PackedTexts();
  readonly #hashes = new GrowingNumbers();
  readonly #owners = new PackedTexts();
  readonly #ownerNumbers = new GrowingNumbers();
  #lastOwner: string | undefined;
  #lastOwnerNumber = 0;

  /** Notes that an entry names a scope; where another did before, that one's slug. */
  add(scope: string, slug: string): string | undefined {
    const hash = mixHash(hashKey(scope, 0)) >>> 0;
    const table = this.#tables[hash % TABLES];
    if (table === undefined) return undefined;
    const place = this.#findPlace(table.places, hash, scope);
    const stands = place === undefined ? 0 : (table.places[place] ?? 0);
    // Also where a place is free: there may have been none when it came.
    const number = stands > 0 ? stands - 1 : this.#crowded.get(scope);
    if (number !== undefined) return this.#owners.read(this.#ownerNumbers.at(number));
    const added = this.#scopes.add(scope);
    this.#hashes.push(hash);
    this.#ownerNumbers.push(this.#numberOwner(slug));
    if (place === undefined) this.#crowded.set(scope, added);
    else this.#take(table, place, added);
    return undefined;
  }

  /** Where the scope stands or may stand; undefined where all places near its hash are taken. */
  #findPlace(places: Uint32Array, hash: number, scope: string): number | undefined {
    for (let step = 0; step < MAX_STEPS; step++) {
      const place = (Math.floor(hash / TABLES) + step) % places.length;
      const number = (places[place] ?? 0) - 1;
      if (number < 0) return place;
      if (this.#hashes.at(number) === hash && this.#scopes.read(number) === scope) return place;
    }
    return undefined;
  }

  #take(table: Table, place: number, number: number): void {
    table.places[place] = number + 1;
    table.count += 1;
    if (2 * table.count <= table.places.length) return;
    const before = table.places;
    table.places = new Uint32Array(2 * before.length);
    for (const each of before) {
      if (each === 0) continue;
      const scope = this.#scopes.read(each - 1);
      const at = this.#findPlace(table.places, this.#hashes.at(each - 1), scope);
      if (at === undefined) this.#crowded.set(scope, each - 1);
      else table.places[at] = each;
    }
  }

  /** The scopes of an entry come one after another: its slug is kept once for all of them. */
  #numberOwner(slug: string): number {
    if (slug !== this.#lastOwner) {
      this.#lastOwner = slug;
      this.#lastOwnerNumber = this.#owners.add(slug);
    }
    return this.#lastOwnerNumber;
  }
}
