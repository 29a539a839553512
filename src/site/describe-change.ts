import type { EntryChange } from '../list/diff-lists.ts';
import { nameScopes } from './name-scopes.ts';
import { showPlain } from './show-plain.ts';
import type { SiteText } from './site-text.ts';
import { EN, type SiteKey } from './texts/en.ts';

/** What changed in one entry, in a line. */
export function describeChange(change: EntryChange, text: SiteText): string {
  const { scopesAdded, scopesRemoved, evidenceAdded, evidenceRemoved, state, fields } = change;
  const facts: string[] = [];
  if (state !== undefined) {
    const [from, to] = [nameState(state.from, text), nameState(state.to, text)];
    facts.push(text.tell('change_state', { from, to }));
  }
  if (scopesAdded.length > 0) {
    facts.push(text.tell('change_scopes_added', { scopes: nameScopes(scopesAdded, text) }));
  }
  if (scopesRemoved.length > 0) {
    facts.push(text.tell('change_scopes_removed', { scopes: nameScopes(scopesRemoved, text) }));
  }
  if (evidenceAdded > 0) facts.push(text.tellCount('change_evidence_added', evidenceAdded));
  if (evidenceRemoved > 0) facts.push(text.tellCount('change_evidence_removed', evidenceRemoved));
  if (fields.length > 0) {
    facts.push(text.tell('change_fields', { fields: nameFields(fields, text) }));
  }
  return facts.join(' · ');
}

/** Which data of the list as a whole changed. */
export function describeListFields(fields: readonly string[], text: SiteText): string {
  return text.tell('change_list', { fields: nameFields(fields, text) });
}

/** A field or state newer than this program goes by its own name. */
function nameFields(fields: readonly string[], text: SiteText): string {
  return text.list(fields.map((field) => nameBy(`field_${field}`, field, text)));
}

function nameState(state: string, text: SiteText): string {
  return nameBy(`state_${state}`, state, text).toLowerCase();
}

function nameBy(key: string, otherwise: string, text: SiteText): string {
  return isSiteKey(key) ? text.tell(key) : showPlain(otherwise);
}

function isSiteKey(key: string): key is SiteKey {
  return Object.hasOwn(EN, key);
}
