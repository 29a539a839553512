import type { AddressRules, IndexInput } from '../match/address-rules.ts';
import { isScopeFault, parseScope } from '../match/parse-scope.ts';
import type { ConsultedList, ScopeRecord } from '../match/verdict.ts';
import type { CompiledEntry, CompiledList } from './compiled-list.ts';
import type { ListHeader } from './list-header.ts';

/** How a list is called where several are kept; publishers may choose the same id. */
interface ListNaming {
  /** What verdicts name the list by; its own id where there is but one. */
  readonly key?: string;
  readonly language?: 'en' | 'fr';
}

function toState(state: CompiledEntry['state']): ScopeRecord['state'] {
  return state === 'suspended' || state === 'removed' ? 'decided' : state;
}

/** The records of one entry, for the index of a list that is called `key`. */
export function toScopeRecords(
  key: string,
  { slug, scopes, state, reviewBy }: CompiledEntry,
  rules: AddressRules,
): readonly ScopeRecord[] {
  return scopes.flatMap((text) => {
    const scope = parseScope(text, rules);
    // `ListChecker` refuses such a list; one that was never read so must not stop the rest.
    if (isScopeFault(scope)) return [];
    const record = { list: key, entry: slug, scope: scope.scope, until: reviewBy };
    return [{ ...record, state: toState(state) }];
  });
}

/** A list as verdicts name it, in the reader's language. */
export function toConsultedList(
  { list, version, publishedOn }: ListHeader,
  { key = list.id, language = 'en' }: ListNaming = {},
): ConsultedList {
  const { title, maxStaleDays } = list;
  return { id: key, title: title[language], version, publishedOn, maxStaleDays };
}

/** What the host index is built from, for any number of lists; the first one names the seed. */
export function toIndexInput(lists: readonly CompiledList[], rules: AddressRules): IndexInput {
  return {
    lists: lists.map((list) => toConsultedList(list)),
    records: lists.flatMap(({ list, entries }) =>
      entries.flatMap((entry) => toScopeRecords(list.id, entry, rules)),
    ),
    rules,
    seed: lists[0]?.seed ?? 0,
  };
}
