import type { Reach, Role } from '../code-of-practice/commitments-for.ts';
import type { BothLanguages } from '../code-of-practice/fields.ts';
import type { Entry } from '../list/entry.ts';
import type { Organisation } from '../list/organisation.ts';
import type { ConsultedList, Verdict } from '../match/verdict.ts';

/*
 * What the worker says of an address, for the popup to show. Plain data, so that it can travel:
 * Chromium sends messages as JSON.
 */

/** A list as the popup names it. */
export interface ShownList extends Omit<ConsultedList, 'maxStaleDays'> {
  /** By language where the stored list can be read; `title` is in that of the install. Both name the
   *  host of a list that is not the product's own. */
  readonly titles?: BothLanguages;
  /** Day on which its publisher last signed it as current, where that is known. */
  readonly confirmedOn?: string;
  /**
   * Days since `confirmedOn`, else since `publishedOn`, where that day can be read; below zero for a
   * list of tomorrow.
   */
  readonly ageDays?: number;
  /** Past this age it no longer decides anything. */
  readonly maxStaleDays?: number;
  /** Page of the list, where it has one. */
  readonly home?: string;
  /** Page of its publisher, where it has one. */
  readonly publisherUrl?: string;
  /** Address of somebody else's list, where the public pages of its releases lie; with a slash. */
  readonly followedAt?: string;
  /** Signed by a development build, for which nobody vouches. */
  readonly isDevelopment?: boolean;
  /** Entries that a newer list carries and this version cannot read. */
  readonly setAside?: number;
}

/** Who stands behind an item of evidence. */
export type ShownOrganisation = Pick<
  Organisation,
  'id' | 'name' | 'kind' | 'site' | 'judges' | 'memberships'
>;

/** A measure in our own words. */
export interface ShownMeasure {
  readonly id: string;
  readonly summary: BothLanguages;
  /** Whether a source confirms the summary beyond doubt; otherwise it is shown as unverified. */
  readonly isVerified: boolean;
  readonly note?: BothLanguages;
}

/** What the Code asks of one side of the market, for the grounds of an entry. */
export interface AskedCommitment {
  readonly commitment: number;
  readonly title: BothLanguages;
  readonly summary: BothLanguages;
  /** Only the measures that the grounds touch. */
  readonly measures: readonly ShownMeasure[];
  readonly role: Role;
  readonly reach: Reach;
  /** Whether number and substance are known to be the same in the edition in force. */
  readonly isVerified: boolean;
  /** The official text. */
  readonly url: string;
}

/** A law that bears on the source whether or not anybody signed the Code. */
export interface ShownLaw {
  readonly act: BothLanguages;
  readonly summary: BothLanguages;
  /** What the law does not say, such as which addresses belong to an outlet. */
  readonly note?: BothLanguages;
  readonly url: string;
}

interface AnyFinding {
  readonly list: ShownList;
  /** Slug of the entry. */
  readonly slug: string;
  /** The scope of the entry that covers the address. */
  readonly scope: string;
  /** The reader hid the badge for this entry. */
  readonly isDismissed: boolean;
}

/** What one list says of the address, with all that explains it. */
export interface ExplainedFinding extends AnyFinding {
  readonly kind: 'explained';
  readonly entry: Entry;
  /** Those that the entry's evidence names, as far as the list describes them. */
  readonly organisations: readonly ShownOrganisation[];
  readonly commitments: readonly AskedCommitment[];
  readonly laws: readonly ShownLaw[];
}

/** Listed for certain, but the entry that says why is gone or cannot be read. */
export interface UnreadableFinding extends AnyFinding {
  readonly kind: 'unreadable';
  readonly isContested: boolean;
}

export type ListedFinding = ExplainedFinding | UnreadableFinding;

/** The verdict on an address, with all that explains it. */
export type DescribedAddress =
  | {
      readonly kind: 'listed';
      readonly address: string;
      /** Host of the link that was asked about, where `address` is what it leads to. */
      readonly through?: string;
      /** The day of the check: evidence is as old as it is on this day. */
      readonly today: string;
      /** At least one, in the order of the lists. */
      readonly findings: readonly ListedFinding[];
      readonly staleLists: readonly ShownList[];
    }
  | {
      readonly kind: 'not-listed';
      readonly address: string;
      readonly through?: string;
      readonly lists: readonly ShownList[];
      readonly staleLists: readonly ShownList[];
      readonly ended?: {
        readonly reason: 'lapsed' | 'decided';
        readonly scope: string;
        readonly until: string;
      };
    }
  | {
      readonly kind: 'no-list';
      readonly reason: (Verdict & { readonly kind: 'no-list' })['reason'];
      readonly staleLists: readonly ShownList[];
    }
  | {
      readonly kind: 'not-checkable';
      readonly reason: 'not-an-address' | 'other-scheme';
    }
  /** A part of the extension did not answer; never told as "not listed". */
  | { readonly kind: 'failed' };
