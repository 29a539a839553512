import type { AddressRules, IndexInput } from '../match/address-rules.ts';
import { isScopeFault, parseScope } from '../match/parse-scope.ts';
import type { ConsultedList, ScopeRecord } from '../match/verdict.ts';
import type { CompiledEntry, CompiledList } from './compiled-list.ts';

function toState(state: CompiledEntry['state']): ScopeRecord['state'] {
  return state === 'suspended' || state === 'removed' ? 'decided' : state;
}

function toRecords(list: CompiledList, rules: AddressRules): readonly ScopeRecord[] {
  return list.entries.flatMap(({ slug, scopes, state, reviewBy }) =>
    scopes.flatMap((text) => {
      const scope = parseScope(text, rules);
      // `parseCompiledList` refuses such a list; one that was never read so must not stop the rest.
      if (isScopeFault(scope)) return [];
      const { scope: canonical } = scope;
      const record = { list: list.list.id, entry: slug, scope: canonical, until: reviewBy };
      return [{ ...record, state: toState(state) }];
    }),
  );
}

/** A list as verdicts name it, in the reader's language. */
function toConsultedList(list: CompiledList, language: 'en' | 'fr' = 'en'): ConsultedList {
  const { id, title, maxStaleDays } = list.list;
  return {
    id,
    title: title[language],
    version: list.version,
    publishedOn: list.publishedOn,
    maxStaleDays,
  };
}

/** What the host index is built from, for any number of lists; the first one names the seed. */
export function toIndexInput(
  lists: readonly CompiledList[],
  rules: AddressRules,
  language: 'en' | 'fr' = 'en',
): IndexInput {
  return {
    lists: lists.map((list) => toConsultedList(list, language)),
    records: lists.flatMap((list) => toRecords(list, rules)),
    rules,
    seed: lists[0]?.seed ?? 0,
  };
}
