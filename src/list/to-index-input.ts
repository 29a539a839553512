import type { AddressRules, IndexInput } from '../match/address-rules.ts';
import { isScopeFault, parseScope } from '../match/parse-scope.ts';
import type { ConsultedList, ScopeRecord } from '../match/verdict.ts';
import type { CompiledEntry, CompiledList } from './compiled-list.ts';
import type { ListHeader } from './list-header.ts';
import { type ListOrigin, nameWithHost } from './name-with-host.ts';

/** How a list is called where several are kept; publishers may choose the same id. */
interface ListNaming {
  /** What verdicts name the list by; its own id where there is but one. */
  readonly key?: string;
  readonly language?: 'en' | 'fr';
  /** Left out where the list stands alone: then it is the reader's own choice. */
  readonly origin?: ListOrigin;
}

function toState(state: CompiledEntry['state']): ScopeRecord['state'] {
  return state === 'suspended' || state === 'removed' ? 'decided' : state;
}

/** The records of one entry whose scopes were read already, for the index of a list called `key`. */
export function toRecords(
  key: string,
  { slug, state, reviewBy }: Pick<CompiledEntry, 'slug' | 'state' | 'reviewBy'>,
  scopes: readonly string[],
): readonly ScopeRecord[] {
  const rest = { list: key, entry: slug, until: reviewBy, state: toState(state) };
  return scopes.map((scope) => ({ scope, ...rest }));
}

/** The records of one entry as it is written. */
function toScopeRecords(
  key: string,
  entry: CompiledEntry,
  rules: AddressRules,
): readonly ScopeRecord[] {
  const scopes = entry.scopes.flatMap((text) => {
    const scope = parseScope(text, rules);
    // `ListChecker` refuses such a list; one that was never read so must not stop the rest.
    return isScopeFault(scope) ? [] : [scope.scope];
  });
  return toRecords(key, entry, scopes);
}

/** A list as verdicts name it, in the reader's language. */
export function toConsultedList(
  { list, version, publishedOn }: ListHeader,
  { key = list.id, language = 'en', origin = { isOwn: true } }: ListNaming = {},
): ConsultedList {
  const { title, maxStaleDays } = list;
  return {
    id: key,
    title: nameWithHost(title[language], origin),
    version,
    publishedOn,
    maxStaleDays,
  };
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
