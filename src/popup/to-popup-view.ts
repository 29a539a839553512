import * as v from 'valibot';
import { entrySchema } from '../list/entry.ts';
import type { CheckedAddress } from '../match/check-address.ts';
import type { ConsultedList, Finding, StaleList, Verdict } from '../match/verdict.ts';
import type { Database } from '../platform/database.ts';
import { type ExplainingContext, readExplainingContext } from './explaining-context.ts';
import type { ListedFinding, PopupView, ShownList } from './popup-view.ts';

const DAY_MILLISECONDS = 86_400_000;

export interface PopupViewParts {
  readonly address: string;
  readonly today: string;
  readonly checked: CheckedAddress;
  readonly database: Pick<Database, 'get'>;
}

/** What the popup shows of a checked address: the verdict, with all that explains it. */
export async function toPopupView(parts: PopupViewParts): Promise<PopupView> {
  const { verdict } = parts.checked;
  switch (verdict.kind) {
    case 'listed':
      return describeListed(verdict, parts);
    case 'not-listed': {
      const { ended } = verdict;
      return {
        kind: 'not-listed',
        address: parts.address,
        ...(await describeLists(verdict, parts)),
        ...(ended === undefined
          ? {}
          : {
              ended: { reason: ended.reason, scope: ended.record.scope, until: ended.record.until },
            }),
      };
    }
    case 'no-list':
      return {
        kind: 'no-list',
        reason: verdict.reason,
        staleLists: verdict.staleLists.map((list) => toShownList(list, parts.today)),
      };
    case 'not-checkable':
      return { kind: 'not-checkable', reason: verdict.reason };
    default:
      return verdict satisfies never;
  }
}

async function describeListed(
  verdict: Extract<Verdict, { kind: 'listed' }>,
  parts: PopupViewParts,
): Promise<PopupView> {
  const { lists, staleLists } = await describeLists(verdict, parts);
  const context = readExplainingContext(await parts.database.get('state', 'context'), parts.today);
  const findings: ListedFinding[] = [];
  for (const finding of verdict.findings) {
    const list = lists.find(({ id }) => id === finding.list);
    const described = list && (await describeFinding(finding, list, context, parts));
    // Its entry is gone or unreadable: the page is listed, but nothing would explain why.
    if (described === undefined) return { kind: 'failed' };
    findings.push(described);
  }
  const { address, today } = parts;
  return { kind: 'listed', address, today, findings, staleLists };
}

async function describeFinding(
  finding: Finding,
  list: ShownList,
  context: ExplainingContext,
  { checked, database }: PopupViewParts,
): Promise<ListedFinding | undefined> {
  const stored = await database.get('entries', [finding.list, finding.entry]);
  const entry = v.safeParse(entrySchema, stored);
  if (!entry.success) return undefined;
  const { grounds } = entry.output;
  return {
    list,
    slug: finding.entry,
    entry: entry.output,
    scope: finding.scope,
    organisations: context.organisations,
    commitments: context.explainCommitments(grounds),
    laws: context.explainLaws(grounds),
    isDismissed: readDismissed(checked.head).includes(`${finding.list}/${finding.entry}`),
  };
}

async function describeLists(
  verdict: { readonly lists: readonly ConsultedList[]; readonly staleLists: readonly StaleList[] },
  { today, database }: PopupViewParts,
): Promise<{ lists: ShownList[]; staleLists: ShownList[] }> {
  const describe = async (list: ConsultedList): Promise<ShownList> => ({
    ...toShownList(list, today),
    ...describeStored(await database.get('lists', list.id)),
  });
  return {
    lists: await Promise.all(verdict.lists.map(describe)),
    staleLists: await Promise.all(verdict.staleLists.map(describe)),
  };
}

function toShownList(
  { maxStaleDays: _, ...list }: ConsultedList & { readonly ageDays?: number },
  today: string,
): ShownList {
  const ageDays = (Date.parse(today) - Date.parse(list.publishedOn)) / DAY_MILLISECONDS;
  return { ...list, ageDays };
}

/** What only the stored list knows: its page, and how many entries this version cannot read. */
function describeStored(value: unknown): Pick<ShownList, 'home' | 'setAside'> {
  if (typeof value !== 'object' || value === null) return {};
  const { list, setAside } = value as { list?: { homePage?: unknown }; setAside?: unknown };
  const home = list?.homePage;
  const count = Array.isArray(setAside) ? setAside.length : 0;
  return {
    ...(typeof home === 'string' ? { home } : {}),
    ...(count > 0 ? { setAside: count } : {}),
  };
}

function readDismissed(head: unknown): readonly unknown[] {
  if (typeof head !== 'object' || head === null || !('dismissed' in head)) return [];
  return Array.isArray(head.dismissed) ? head.dismissed : [];
}
