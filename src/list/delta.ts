import type { JsonPatch } from './json-patch.ts';
import type { ListHeader } from './list-header.ts';

/** Raised only by a change that older readers can't survive; they then take the whole list. */
export const DELTA_FORMAT = 1;

/** The field of a delta whose items stand one a line. */
export const CHANGES_FIELD = 'changes';

/** What becomes of one entry. */
export type DeltaChange =
  /** New, or so different that the whole is shorter; without the slug. */
  | {
      readonly kind: 'whole';
      readonly slug: string;
      readonly entry: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'patch'; readonly slug: string; readonly patch: JsonPatch };

/** What turns one version of a list into a later one; all that it does not name stays. */
export interface Delta {
  readonly from: number;
  readonly to: number;
  /** Of the later version. */
  readonly header: ListHeader;
  /** Slugs, rising. */
  readonly removed: readonly string[];
  /** In the order of slugs. */
  readonly changes: readonly DeltaChange[];
}
