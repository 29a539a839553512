import * as v from 'valibot';
import { type Organisation, organisationSchema } from '../list/organisation.ts';
import type { StoredList } from './stored-list.ts';

/** Who stands behind the evidence of a list; one that this version cannot read is left out. */
export function readOrganisations({
  organisations,
}: Pick<StoredList, 'organisations'>): readonly Organisation[] {
  return organisations.flatMap((value) => {
    const parsed = v.safeParse(organisationSchema, value);
    return parsed.success ? [parsed.output] : [];
  });
}
