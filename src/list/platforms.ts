import * as v from 'valibot';
import type { AddressRules } from '../match/address-rules.ts';
import { MAX_SCOPE_LENGTH } from '../match/parse-scope.ts';
import { compareText } from './canonical-json.ts';
import { textField } from './field-types.ts';
import { linkRuleSchema } from './link-rule-schema.ts';

const hostOrPathField = textField(MAX_SCOPE_LENGTH);

/** `lists/platforms.json`: how addresses are written on hosts of many publishers. */
export const platformsSchema = v.looseObject({
  hosts: v.array(
    v.looseObject({
      host: hostOrPathField,
      /** `fold`: `/Name` and `/name` are one account. */
      pathCase: v.picklist(['fold', 'exact']),
      /** Hosts, or host and path prefix, that are the host's double: `twitter.com`, `t.me/s`. */
      aliases: v.array(hostOrPathField),
    }),
  ),
  /** How links that lead through a service are undone; lists of before have none. */
  wrappers: v.optional(v.array(linkRuleSchema), []),
});
/** How hosts shared by many publishers write their addresses. */
export type Platforms = v.InferOutput<typeof platformsSchema>;

/** The matcher's rules from the file, in an order that does not depend on the file's. */
export function buildAddressRules(platforms: Platforms): AddressRules {
  const aliases = platforms.hosts
    .flatMap(({ host, aliases }) => aliases.map((from) => ({ from, to: host })))
    .sort((a, b) => compareText(a.from, b.from));
  const foldPathHosts = platforms.hosts
    .filter(({ pathCase }) => pathCase === 'fold')
    .map(({ host }) => host)
    .sort(compareText);
  return { aliases, foldPathHosts };
}
