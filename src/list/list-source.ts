import type { AddressRules } from '../match/address-rules.ts';
import type { NamedEntry } from './entry.ts';
import type { ListInfo } from './list-info.ts';
import type { NeverList } from './never-list.ts';
import type { Organisation } from './organisation.ts';
import type { Platforms } from './platforms.ts';
import type { Problem } from './problem.ts';

/** The files of one `lists/` folder, read and typed; what it lacks comes from the product's own. */
export interface ListSource {
  readonly info: ListInfo;
  readonly organisations: readonly Organisation[];
  /** `organisations.json` whole: what it holds beside the organisations is checked, not read. */
  readonly organisationsFile: unknown;
  readonly neverList: NeverList;
  readonly platforms: Platforms;
  readonly rules: AddressRules;
  /** The files of `code/` by name, as JSON; `src/code-of-practice` knows what they mean. */
  readonly code: Readonly<Record<string, unknown>>;
  /** In the order of their slugs; an entry with a fault of form is missing. */
  readonly entries: readonly NamedEntry[];
  /** Files, and `code/` as one, that came from the product's own list. */
  readonly borrowed: ReadonlySet<string>;
}

/** What could be read, and every fault of form on the way. */
export interface ListReading {
  readonly list: ListSource;
  readonly problems: readonly Problem[];
}
