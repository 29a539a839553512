/**
 * The worker: wires and does nothing else. It keeps nothing that must survive it; a browser may stop
 * it after every message.
 */
import { browser, type Runtime } from '../platform/browser.ts';
import { readToday } from '../platform/clock.ts';
import { openDatabase } from '../platform/database.ts';
import { readLocal, readLocalKeys, removeLocal, writeLocal } from '../platform/local-store.ts';
import { announceChange } from './announce-change.ts';
import { type AnswerParts, answerMessage } from './answer-messages.ts';
import { ensureDailyAlarm } from './daily-alarm.ts';
import { describeAddress } from './describe-address.ts';
import { findListings } from './find-listings.ts';
import { HeadWriter, readHead } from './head-store.ts';
import { ListStore } from './list-store.ts';
import { loadFloor } from './load-floor.ts';
import type { LocalArea } from './local-area.ts';
import { openStoredValues } from './open-stored-values.ts';
import { PageRepairs } from './page-repairs.ts';
import { readDefaultState } from './read-default-state.ts';
import { readIndexInput } from './read-index-input.ts';
import { summariseFindings } from './summarise-findings.ts';
import { TabReports } from './tab-reports.ts';
import { setAllToolbars } from './toolbar.ts';

const language = browser.i18n.getMessage('language_tag') === 'fr' ? 'fr' : 'en';
const local: LocalArea = {
  read: readLocal,
  write: writeLocal,
  remove: removeLocal,
  readKeys: readLocalKeys,
};
const head = new HeadWriter(local);
const lists = new ListStore({
  floorVersion: browser.runtime.getManifest().version,
  openDatabase,
  local,
  head,
  loadFloor: () => loadFloor((path) => fetch(browser.runtime.getURL(path)), language),
  readIndexInput: (database) => readIndexInput(database, language),
});
const readState = () => readDefaultState(local, readToday());
const reports = new TabReports(browser, readState);
const announce = async () => {
  await setAllToolbars(browser, await readState());
  await announceChange(browser);
};
const repair = () => lists.repair();

const answers: AnswerParts = {
  head,
  reports,
  pageRepairs: new PageRepairs({
    browser,
    reports,
    repair,
    announceChange: announce,
    now: () => Date.now(),
  }),
  announceChange: announce,
  ownOrigin: new URL(browser.runtime.getURL('/')).origin,
  findListings: (address) => findListings(address, local.read, readToday()),
  summarise: async (findings) =>
    summariseFindings(findings, {
      stored: openStoredValues(() => lists.open()),
      dismissed: (await readHead(local)).dismissed,
      language,
    }),
  describeAddress: (address) =>
    describeAddress(address, { local, today: readToday(), openDatabase: () => lists.open() }),
  repair,
};

/** Brings the lists in order and the toolbar with them; what fails is shown there as "no list". */
async function start(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error('Demonitor: the list cannot be used:', error);
  }
  await announce();
}

browser.runtime.onInstalled.addListener(({ reason }) => {
  const isNewVersion = reason === 'install' || reason === 'update';
  void start(() => (isNewVersion ? lists.installFloor() : repair()));
});
browser.runtime.onStartup.addListener(() => {
  void start(repair);
});
browser.alarms.onAlarm.addListener(() => {
  void start(repair);
});
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  answerMessage(message, sender, answers),
);
void ensureDailyAlarm(browser);
// A worker that died in the middle of a swap left database and pages apart.
void lists.prepare().then(
  (outcome) => (outcome === 'mended' ? announce() : undefined),
  (error: unknown) => console.error('Demonitor: the list cannot be used:', error),
);
