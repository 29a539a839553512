import type { Reach, Role } from '../code-of-practice/commitments-for.ts';
import type { Entry } from '../list/entry.ts';
import type { Organisation } from '../list/organisation.ts';
import type { ConsultedList } from '../match/verdict.ts';
import type { LocalisedText } from '../ui/localised-text.ts';

/** A list as the popup names it. */
export interface ShownList extends Omit<ConsultedList, 'maxStaleDays'> {
  /** Days since `publishedOn`. */
  readonly ageDays: number;
  /** Page of the list, where it has one. */
  readonly home?: string;
  /** Signed with a throw-away key. */
  readonly isDevelopment?: boolean;
  /** Entries that a newer list carries and this version cannot read. */
  readonly setAside?: number;
}

/** Who stands behind an item of evidence. */
export type ShownOrganisation = Pick<
  Organisation,
  'name' | 'kind' | 'site' | 'judges' | 'memberships'
>;

/** What the Code asks of one side of the market, for the grounds of an entry. */
export interface AskedCommitment {
  readonly commitment: number;
  readonly title: LocalisedText;
  readonly summary: LocalisedText;
  /** Only the measures that the grounds touch. */
  readonly measures: readonly { readonly id: string; readonly summary: LocalisedText }[];
  readonly role: Role;
  readonly reach: Reach;
  /** Whether number and substance are known to be the same in the edition in force. */
  readonly isVerified: boolean;
  /** The official text. */
  readonly url: string;
}

/** A law that bears on the source whether or not anybody signed the Code. */
export interface ShownLaw {
  readonly act: LocalisedText;
  readonly summary: LocalisedText;
  readonly url: string;
}

/** What one list says of the address, with all that explains it. */
export interface ListedFinding {
  readonly list: ShownList;
  /** Slug of the entry. */
  readonly slug: string;
  readonly entry: Entry;
  /** The scope of the entry that covers the address. */
  readonly scope: string;
  /** By the ids that the entry's evidence uses. */
  readonly organisations: ReadonlyMap<string, ShownOrganisation>;
  readonly commitments: readonly AskedCommitment[];
  readonly laws: readonly ShownLaw[];
  /** The reader hid the badge for this entry. */
  readonly isDismissed: boolean;
}

export type NotCheckableReason =
  | 'no-access'
  | 'reload-needed'
  | 'browser-page'
  | 'local-file'
  | 'other-scheme'
  | 'not-an-address';

/** All that the popup can show of an address: a pure function turns it into what is read. */
export type PopupView =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'listed';
      readonly address: string;
      /** The day of the check: evidence is as old as it is on this day. */
      readonly today: string;
      /** At least one, in the order of the lists. */
      readonly findings: readonly ListedFinding[];
      readonly staleLists: readonly ShownList[];
    }
  | {
      readonly kind: 'not-listed';
      readonly address: string;
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
      readonly reason: 'missing' | 'broken' | 'too-old';
      readonly staleLists: readonly ShownList[];
    }
  | {
      readonly kind: 'not-checkable';
      readonly reason: NotCheckableReason;
      /** Where it is known all the same, so that the reader may look it up by hand. */
      readonly address?: string;
    }
  | { readonly kind: 'paused' }
  /** A part of the extension did not answer; never told as "not listed". */
  | { readonly kind: 'failed' };

/** The popup's only door to the rest of the extension. */
export interface PopupSource {
  readonly readCurrentPage: () => Promise<PopupView>;
  /** Looks up what the reader typed, with or without scheme, also while paused. */
  readonly checkAddress: (input: string) => Promise<PopupView>;
  readonly setPaused: (isPaused: boolean) => Promise<void>;
  /** Shows the badge again for an entry that the reader hid. */
  readonly restoreDismissed: (finding: {
    readonly list: string;
    readonly entry: string;
  }) => Promise<void>;
  readonly repairList: () => Promise<void>;
  /** Reloads the page the popup was opened on. */
  readonly reloadPage: () => Promise<void>;
}
