import type { DescribedAddress } from '../messages/described-address.ts';
import type { FollowOffer } from '../messages/parse-follow-link.ts';

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
  | Exclude<DescribedAddress, { readonly kind: 'not-checkable' }>
  | {
      readonly kind: 'not-checkable';
      readonly reason: NotCheckableReason;
      /** Where it is known all the same, so that the reader may look it up by hand. */
      readonly address?: string;
    }
  | { readonly kind: 'paused' };

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
  /** The list that the page's address offers to follow, if it does. */
  readonly readOffer: () => Promise<FollowOffer | undefined>;
  /** Reloads the page the popup was opened on. */
  readonly reloadPage: () => Promise<void>;
}
