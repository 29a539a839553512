import type { RawEntry } from '../list/compiled-list.ts';
import type { Database } from '../platform/database.ts';
import { dropEdition, type Edition, writeRows } from './entry-rows.ts';

const ROWS_PER_WRITE = 200;

/**
 * Writes the rows of an edition that is not in force, some at a time: while these are written, the
 * next ones are read, and never more, so that memory stays flat.
 */
export class RowWriter {
  readonly #database: Database;
  readonly #edition: Edition;
  #batch: RawEntry[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(database: Database, edition: Edition) {
    this.#database = database;
    this.#edition = edition;
  }

  async add(entry: RawEntry): Promise<void> {
    this.#batch.push(entry);
    if (this.#batch.length < ROWS_PER_WRITE) return;
    await this.#writing;
    this.#writing = writeRows(this.#database, this.#edition, this.#batch);
    // Its failure is met at the next one; whatever ends this before has its own.
    this.#writing.catch(() => undefined);
    this.#batch = [];
  }

  async finish(): Promise<void> {
    await this.#writing;
    await writeRows(this.#database, this.#edition, this.#batch);
  }

  /** Takes back what was written; where that fails too, the next swap does it. */
  async undo(): Promise<void> {
    try {
      await this.#writing.catch(() => undefined);
      await dropEdition(this.#database, this.#edition);
    } catch (error) {
      // Whoever gives up has the reason that counts.
      console.error('Demonitor: refused entries could not be removed:', error);
    }
  }
}
