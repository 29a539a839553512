import type { Entry } from '../list/entry.ts';
import type { ConsultedList } from '../match/verdict.ts';

/** A text of the list's own context, in the languages that it is kept in. */
export interface LocalisedText {
  readonly en: string;
  readonly fr: string;
}

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

export type OrganisationKind =
  | 'fact-checker'
  | 'newsroom'
  | 'public-body'
  | 'rater'
  | 'investigator';

/** Who stands behind an item of evidence. */
export interface ShownOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly site?: string;
  /** Judges single messages and not the outlets that carried them (EUvsDisinfo). */
  readonly judgesMessages?: boolean;
  readonly memberships: readonly {
    readonly network: string;
    readonly from?: string;
    readonly to?: string;
  }[];
}

/** What the Code asks of one side of the market, for the grounds of an entry. */
export interface AskedCommitment {
  readonly commitment: number;
  readonly title: LocalisedText;
  readonly summary: LocalisedText;
  /** Only the measures that the grounds touch. */
  readonly measures: readonly { readonly id: string; readonly summary: LocalisedText }[];
  readonly role: 'ad-seller' | 'ad-buyer' | 'platform';
  /** The official text. */
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
  /** Binding law beside the Code, for banned outlets. */
  readonly law?: { readonly summary: LocalisedText; readonly url?: string };
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
