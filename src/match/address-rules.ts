import type { ConsultedList, ScopeRecord } from './verdict.ts';

/**
 * How addresses are written on the hosts that carry many publishers; data from
 * `lists/platforms.json`, so that a change needs no new version of the extension.
 */
export interface AddressRules {
  /**
   * A host, or host plus path prefix, that is another's double for path scopes:
   * `twitter.com` → `x.com`, `t.me/s` → `t.me`. The host must be the whole host (less `www.`,
   * `m.`, `mobile.`), the path prefix ends at a segment boundary.
   */
  readonly aliases: readonly { readonly from: string; readonly to: string }[];
  /** Hosts on which `/Name` and `/name` are one account. */
  readonly foldPathHosts: readonly string[];
}

/** What an index is built from, but for its records. */
export interface IndexFrame {
  readonly lists: readonly ConsultedList[];
  readonly rules: AddressRules;
  /** Seed of the hash, chosen when the list is compiled. */
  readonly seed: number;
}

/** Everything an index is built from: same input, same bytes. */
export interface IndexInput extends IndexFrame {
  readonly records: readonly ScopeRecord[];
}
