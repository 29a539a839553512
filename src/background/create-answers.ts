import type { Browser } from '../platform/browser.ts';
import { type HeadWriter, readHead } from '../store/head-store.ts';
import type { ListStore } from '../store/list-store.ts';
import type { LocalArea } from '../store/local-area.ts';
import { announceChange } from './announce-change.ts';
import type { AnswerParts } from './answer-messages.ts';
import { describeAddress } from './describe-address.ts';
import { describeLink } from './describe-link.ts';
import { findListings } from './find-listings.ts';
import { ListRequests } from './list-requests.ts';
import { ListSync } from './list-sync.ts';
import { PageRepairs } from './page-repairs.ts';
import { readDefaultState } from './read-default-state.ts';
import { openStoredExplanations } from './stored-explanations.ts';
import { summariseFindings } from './summarise-findings.ts';
import { TabReports } from './tab-reports.ts';
import { setAllToolbars } from './toolbar.ts';

export interface WorkerParts {
  readonly browser: Browser;
  readonly ownOrigin: string;
  readonly local: LocalArea;
  readonly head: HeadWriter;
  readonly lists: Pick<ListStore, 'open' | 'openStore' | 'run' | 'repair'>;
  readonly language: 'en' | 'fr';
  /** The reader's day, asked anew each time: a worker may live past midnight. */
  readonly readToday: () => string;
  /** Milliseconds. */
  readonly now: () => number;
}

/** The worker put together: what answers messages, and what runs without being asked. */
export interface Worker {
  readonly answers: AnswerParts;
  readonly sync: ListSync;
  /** Sets the toolbar of all tabs and tells the pages. */
  readonly announceChange: () => Promise<void>;
}

/** Puts the parts of the worker together. */
export function createAnswers(parts: WorkerParts): Worker {
  const { browser, ownOrigin, local, head, lists, language, readToday, now } = parts;
  const readState = () => readDefaultState(local, readToday());
  const reports = new TabReports(browser, readState);
  const openDatabase = () => lists.open();
  const repair = () => lists.repair();
  const announce = async () => {
    try {
      await setAllToolbars(browser, await readState());
    } catch (error) {
      // Chromium fails to load an icon now and then; pages must hear of the change all the same.
      console.error('Demonitor: the toolbar cannot be set:', error);
    }
    await announceChange(browser);
  };
  const sync = new ListSync({ browser, lists, announceChange: announce, now });
  const answers: AnswerParts = {
    head,
    reports,
    pageRepairs: new PageRepairs({ browser, reports, repair, announceChange: announce, now }),
    announceChange: announce,
    ownOrigin,
    findListings: (address) => findListings(address, local.read, readToday()),
    summarise: async (findings) =>
      summariseFindings(findings, {
        stored: openStoredExplanations(openDatabase),
        dismissed: (await readHead(local)).dismissed,
        language,
      }),
    describeAddress: (address, isLink) => {
      const describing = { local, today: readToday(), openDatabase };
      return isLink ? describeLink(address, describing) : describeAddress(address, describing);
    },
    repair,
    listRequests: new ListRequests({ lists, sync, announceChange: announce, now }),
  };
  return { answers, sync, announceChange: announce };
}
