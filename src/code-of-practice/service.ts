import * as v from 'valibot';
import { certaintyField, filledField, idField } from './fields.ts';

const host = v.pipe(
  v.string('a host'),
  v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a lower-case host such as x.com, without scheme or path'),
);

/** `services.json`: who can be asked about, by which names and domains, and who owns whom. */
export const servicesFileSchema = v.object({
  services: v.array(
    v.object({
      id: idField,
      name: filledField,
      /** Further names, in any letter case. */
      aliases: v.array(filledField),
      /** `platform`, `search-engine`, `ad-system`, `company`, `association`…; text for newer lists. */
      kind: idField,
      /** Each with all its subdomains; the longest that fits decides. */
      domains: v.array(host),
      /** Hosts taken alone, where their subdomains belong to other services. */
      hosts: v.optional(v.array(host)),
      domainsCertainty: certaintyField,
      /** Id of the service or company that owns it: ownership, from which no signature follows. */
      owner: v.optional(idField),
    }),
  ),
});

export type Service = v.InferOutput<typeof servicesFileSchema>['services'][number];
