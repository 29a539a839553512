import { compareText, formatCanonicalJson } from '../list/canonical-json.ts';
import type { PublicRelease } from './public-release.ts';

/** The organisations that the entries quote, as JSON in the order of their ids. */
export function formatOrganisations({ list, context }: PublicRelease): string {
  const quoted = new Set(list.entries.flatMap(({ evidence }) => evidence.map(({ by }) => by)));
  const organisations = context.organisations
    .filter(({ id }) => quoted.has(id))
    .sort((one, other) => compareText(one.id, other.id));
  return `${formatCanonicalJson(organisations)}\n`;
}
