import type { DescribedAddress } from '../messages/described-address.ts';
import type { Database } from '../platform/database.ts';
import type { LocalArea } from './local-area.ts';

export interface DescribeAddressParts {
  readonly local: LocalArea;
  readonly today: string;
  readonly openDatabase: () => Promise<Database>;
}

/** All that the popup shows of an address. */
export async function describeAddress(
  _address: string,
  _parts: DescribeAddressParts,
): Promise<DescribedAddress> {
  return { kind: 'failed' };
}
