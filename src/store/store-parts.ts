import type { IsPublicSuffix } from '../list/public-suffix.ts';
import type { Pause } from '../match/pause.ts';
import type { RunAlone } from '../platform/create-lock.ts';
import type { Database } from '../platform/database.ts';
import type { FetchFile } from '../sync/fetch-file.ts';
import type { VerifyEd25519 } from '../trust/verify-signatures.ts';
import type { HeadWriter } from './head-store.ts';
import type { LocalArea } from './local-area.ts';

/** The release inside the extension's package, and what the package says of it. */
interface Floor {
  /** A file below the package's `list/` folder. */
  readonly fetchFile: FetchFile;
  /** Of the extension: another one ships another release. */
  readonly version: string;
}

/** Everything outside the lists' own logic. */
export interface StoreParts {
  readonly openDatabase: (onClosed: () => void) => Promise<Database>;
  /** Keeps other workers of the extension out while a job runs. */
  readonly runAlone: RunAlone;
  readonly local: LocalArea;
  readonly head: HeadWriter;
  readonly pause: Pause;
  readonly floor: Floor;
  readonly language: 'en' | 'fr';
  readonly verify: VerifyEd25519;
  readonly isPublicSuffix: IsPublicSuffix;
  /** Fetches below the address of a list. */
  readonly openAddress: (address: string) => FetchFile;
  /** ISO day, asked anew each time. */
  readonly readToday: () => string;
  /** Milliseconds. */
  readonly now: () => number;
  /** From 0 up to, not with, 1. */
  readonly random: () => number;
}

/** The same with the database open. */
export interface OpenStore extends StoreParts {
  readonly database: Database;
}
