import type { Browser } from '../platform/browser.ts';
import { announceChange } from './announce-change.ts';
import type { AnswerParts } from './answer-messages.ts';
import { describeAddress } from './describe-address.ts';
import { findListings } from './find-listings.ts';
import { type HeadWriter, readHead } from './head-store.ts';
import type { ListStore } from './list-store.ts';
import type { LocalArea } from './local-area.ts';
import { openStoredValues } from './open-stored-values.ts';
import { PageRepairs } from './page-repairs.ts';
import { readDefaultState } from './read-default-state.ts';
import { summariseFindings } from './summarise-findings.ts';
import { TabReports } from './tab-reports.ts';
import { setAllToolbars } from './toolbar.ts';

export interface WorkerParts {
  readonly browser: Browser;
  readonly ownOrigin: string;
  readonly local: LocalArea;
  readonly head: HeadWriter;
  readonly lists: Pick<ListStore, 'open' | 'repair'>;
  readonly language: 'en' | 'fr';
  /** The reader's day, asked anew each time: a worker may live past midnight. */
  readonly readToday: () => string;
}

/** Puts the parts of the worker together to what answers messages. */
export function createAnswers(parts: WorkerParts): AnswerParts {
  const { browser, ownOrigin, local, head, lists, language, readToday } = parts;
  const readState = () => readDefaultState(local, readToday());
  const reports = new TabReports(browser, readState);
  const openDatabase = () => lists.open();
  const repair = () => lists.repair();
  const announce = async () => {
    await setAllToolbars(browser, await readState());
    await announceChange(browser);
  };
  const now = () => Date.now();
  return {
    head,
    reports,
    pageRepairs: new PageRepairs({ browser, reports, repair, announceChange: announce, now }),
    announceChange: announce,
    ownOrigin,
    findListings: (address) => findListings(address, local.read, readToday()),
    summarise: async (findings) =>
      summariseFindings(findings, {
        stored: openStoredValues(openDatabase),
        dismissed: (await readHead(local)).dismissed,
        language,
      }),
    describeAddress: (address) =>
      describeAddress(address, { local, today: readToday(), openDatabase }),
    repair,
  };
}
