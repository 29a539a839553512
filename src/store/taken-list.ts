import type { ScopeGuard } from '../list/check-scope.ts';
import type { RawEntry } from '../list/compiled-list.ts';
import type { ListHeader } from '../list/list-header.ts';
import type { Problem } from '../list/problem.ts';
import type { Pause } from '../match/pause.ts';
import type { Database } from '../platform/database.ts';
import { failSync, type SyncFailed } from '../sync/failure.ts';
import type { Release } from '../sync/read-release.ts';
import type { EntryChanges } from './entry-changes.ts';
import type { IndexBuild } from './index-build.ts';
import type { StoredList } from './stored-list.ts';

/** What taking a release in needs, whichever way its entries came. */
export interface TakeParts {
  readonly database: Database;
  readonly key: string;
  readonly release: Release;
  readonly guard: ScopeGuard;
  /** ISO day: a list from after tomorrow is refused. */
  readonly today: string;
  readonly pause: Pause;
  /** Begins the index of all lists, with this one as its new header says. */
  readonly openBuild: (header: ListHeader) => IndexBuild;
  /** Hears how many entries were looked at. */
  readonly onEntry: (count: number) => void;
}

/** Rows of the edition in force that the swap's transaction changes. */
interface EntryPatch {
  readonly put: readonly RawEntry[];
  readonly remove: readonly string[];
}

/** A release that lies ready: all of it was held against what its publisher signed. */
export interface TakenList {
  readonly kind: 'taken';
  readonly list: Pick<
    StoredList,
    'edition' | 'header' | 'digest' | 'entries' | 'setAside' | 'scopes'
  >;
  /** The index so far: this list is in it, the others are not. */
  readonly build: IndexBuild;
  readonly changes: EntryChanges;
  readonly patch?: EntryPatch;
}

/** The failure of a list whose publisher cannot have checked it. */
export function refuseUnsafe(problems: readonly Problem[]): SyncFailed {
  const [first] = problems;
  const detail = first && `${first.file} ${first.field} ${first.what}`.slice(0, 300);
  return failSync({ reason: 'unsafe-list', ...(detail !== undefined && { detail }) });
}
