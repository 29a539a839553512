import { checkAddress, type ReadKeys } from '../match/check-address.ts';
import type { Finding } from '../match/verdict.ts';

/**
 * What lists a page, by the worker's own check: the same matcher on the same storage as the page's,
 * so they can only differ while a list is being swapped. None: the page is not listed.
 *
 * @throws when storage says neither listed nor not listed
 */
export async function findListings(
  address: string,
  read: ReadKeys,
  today: string,
): Promise<readonly Finding[]> {
  const { verdict } = await checkAddress(address, read, today);
  if (verdict.kind === 'no-list') throw new Error(`No usable list: ${verdict.reason}.`);
  return verdict.kind === 'listed' ? verdict.findings : [];
}
