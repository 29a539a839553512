import { checkAddress } from '../match/check-address.ts';
import type { DescribedAddress } from '../messages/described-address.ts';
import { parseReaderChoices } from '../messages/stored-head.ts';
import type { Database } from '../platform/database.ts';
import type { LocalArea } from '../store/local-area.ts';
import { describeFindings } from './describe-findings.ts';
import { describeLists } from './describe-lists.ts';
import { openStoredExplanations } from './stored-explanations.ts';

export interface DescribeAddressParts {
  readonly local: Pick<LocalArea, 'read'>;
  readonly today: string;
  readonly openDatabase: () => Promise<Database>;
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
  if (verdict.kind === 'not-checkable') return { kind: 'not-checkable', reason: verdict.reason };
  const stored = openStoredExplanations(openDatabase);
  const staleLists = await describeLists(verdict.staleLists, today, stored);
  switch (verdict.kind) {
    case 'listed': {
      const lists = await describeLists(verdict.lists, today, stored);
      const { dismissed } = parseReaderChoices(head);
      const parts = { lists, today, stored, dismissed };
      const findings = await describeFindings(verdict.findings, parts);
      return { kind: 'listed', address, today, findings, staleLists };
    }
    case 'not-listed': {
      const { ended } = verdict;
      const lists = await describeLists(verdict.lists, today, stored);
      return {
        kind: 'not-listed',
        address,
        lists,
        staleLists,
        ...(ended && {
          ended: { reason: ended.reason, scope: ended.record.scope, until: ended.record.until },
        }),
      };
    }
    case 'no-list':
      return { kind: 'no-list', reason: verdict.reason, staleLists };
    default:
      return verdict satisfies never;
  }
}
