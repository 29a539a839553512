/** A list that was asked, as a reader should see it named. Days are ISO days. */
export interface ConsultedList {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly publishedOn: string;
  /** Day on which its publisher last signed it as current, where that is known. */
  readonly confirmedOn?: string;
  /** Past this many days after both of them the list no longer decides anything. */
  readonly maxStaleDays: number;
}

/** What one list says of one scope; `decided` covers suspended and removed entries. */
export interface ScopeRecord {
  /** Id of the list that says it. */
  readonly list: string;
  /** Slug of the entry. */
  readonly entry: string;
  /** Canonical scope: `host` or `host/path`. */
  readonly scope: string;
  readonly state: 'listed' | 'appealed' | 'decided';
  /** Last ISO day on which the entry holds (its `reviewBy`); the day after, it has lapsed. */
  readonly until: string;
}

/** A scope that covers the address and holds today. */
export interface Finding extends ScopeRecord {
  readonly state: 'listed' | 'appealed';
}

/** A list past its `maxStaleDays` on the day of the check: it was not believed. */
export interface StaleList extends ConsultedList {
  readonly ageDays: number;
}

/** What Demonitor says about an address (design: one verdict for badge, popup, audit and CLI). */
export type Verdict =
  | {
      readonly kind: 'listed';
      /** At least one, in the order of the lists. */
      readonly findings: readonly Finding[];
      readonly lists: readonly ConsultedList[];
      readonly staleLists: readonly StaleList[];
    }
  | {
      readonly kind: 'not-listed';
      readonly lists: readonly ConsultedList[];
      readonly staleLists: readonly StaleList[];
      /** The record that would have listed it, had it not lapsed or been decided otherwise. */
      readonly ended?: { readonly reason: 'lapsed' | 'decided'; readonly record: ScopeRecord };
    }
  | {
      readonly kind: 'no-list';
      /**
       * `missing`: none installed; `switched-off`: the reader uses none; `broken`: unreadable;
       * `too-old`: every list is stale.
       */
      readonly reason: 'missing' | 'switched-off' | 'broken' | 'too-old';
      readonly staleLists: readonly StaleList[];
    }
  | {
      readonly kind: 'not-checkable';
      readonly reason: 'not-an-address' | 'other-scheme';
    };
