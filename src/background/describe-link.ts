import { unwrapLink } from '../links/unwrap-link.ts';
import { parseLinkRules } from '../list/link-rule-schema.ts';
import { isObject } from '../match/index-head.ts';
import type { DescribedAddress } from '../messages/described-address.ts';
import { type DescribeAddressParts, describeAddress } from './describe-address.ts';
import { openStoredExplanations } from './stored-explanations.ts';

/**
 * Like `describeAddress`, of a link that somebody pastes: one that leads through a redirector, an
 * archive or a mail filter is taken for where it leads, unless it is listed itself. Read from the link
 * alone; nothing is fetched.
 */
export async function describeLink(
  written: string,
  parts: DescribeAddressParts,
): Promise<DescribedAddress> {
  const own = await describeAddress(written, parts);
  if (own.kind !== 'not-listed') return own;
  const stored = openStoredExplanations(parts.openDatabase);
  const rules = readLinkRules(await stored.readContext());
  // As it was checked: without a scheme it is https.
  const address = /^https?:/i.test(written) ? written : `https://${written}`;
  const target = unwrapLink({ address, page: '', readText: () => '' }, rules);
  if (target === undefined) return own;
  const described = await describeAddress(target, parts);
  if (described.kind !== 'listed' && described.kind !== 'not-listed') return described;
  return { ...described, through: new URL(address).hostname };
}

/** Of the product's own list; none where it cannot be read. */
function readLinkRules(context: unknown): ReturnType<typeof parseLinkRules> {
  const platforms = isObject(context) ? context['platforms'] : undefined;
  const wrappers = isObject(platforms) ? platforms['wrappers'] : undefined;
  return Array.isArray(wrappers) ? parseLinkRules(wrappers) : [];
}
