import { checkAddress } from '../match/check-address.ts';
import type { DescribedAddress } from '../messages/described-address.ts';
import { parseReaderChoices } from '../messages/stored-head.ts';
import type { Database } from '../platform/database.ts';
import { describeFindings } from './describe-findings.ts';
import { describeLists, toShownList } from './describe-lists.ts';
import type { LocalArea } from './local-area.ts';
import { openStoredValues } from './stored-values.ts';

export interface DescribeAddressParts {
  readonly local: Pick<LocalArea, 'read'>;
  readonly today: string;
  readonly openDatabase: () => Promise<Pick<Database, 'get'>>;
}

/**
 * All that the popup shows of an address. The verdict is that of the matcher on the pages' own
 * storage; the database only explains it, and what it cannot give takes no verdict back.
 */
export async function describeAddress(
  address: string,
  { local, today, openDatabase }: DescribeAddressParts,
): Promise<DescribedAddress> {
  const { verdict, head } = await checkAddress(address, local.read, today);
  switch (verdict.kind) {
    case 'listed': {
      const stored = await openStoredValues(openDatabase);
      const lists = await describeLists(verdict.lists, today, stored);
      const { dismissed } = parseReaderChoices(head);
      return {
        kind: 'listed',
        address,
        today,
        findings: await describeFindings(verdict.findings, { lists, today, stored, dismissed }),
        staleLists: await describeLists(verdict.staleLists, today, stored),
      };
    }
    case 'not-listed': {
      const stored = await openStoredValues(openDatabase);
      const { ended } = verdict;
      return {
        kind: 'not-listed',
        address,
        lists: await describeLists(verdict.lists, today, stored),
        staleLists: await describeLists(verdict.staleLists, today, stored),
        ...(ended && {
          ended: { reason: ended.reason, scope: ended.record.scope, until: ended.record.until },
        }),
      };
    }
    case 'no-list': {
      const staleLists = verdict.staleLists.map((list) => toShownList(list, today));
      return { kind: 'no-list', reason: verdict.reason, staleLists };
    }
    case 'not-checkable':
      return { kind: 'not-checkable', reason: verdict.reason };
    default:
      return verdict satisfies never;
  }
}
