/**
 * The worker: wires and does nothing else. It keeps nothing that must survive it; a browser may stop
 * it after every message.
 */
import type { Runtime } from '../platform/browser.ts';
import { browser } from '../platform/browser.ts';
import { readToday } from '../platform/clock.ts';
import { openDatabase } from '../platform/database.ts';
import { readLocal, readLocalKeys, removeLocal, writeLocal } from '../platform/local-store.ts';
import { announceChange } from './announce-change.ts';
import { answerMessage } from './answer-messages.ts';
import { describeAddress } from './describe-address.ts';
import { describePage } from './describe-page.ts';
import { HeadWriter, readHead } from './head-store.ts';
import { ListStore } from './list-store.ts';
import { loadFloor } from './load-floor.ts';
import type { LocalArea } from './local-area.ts';
import { readDefaultState } from './read-default-state.ts';
import { readIndexInput } from './read-index-input.ts';
import { TabReports } from './tab-reports.ts';
import { setAllToolbars } from './toolbar.ts';

const DAILY_ALARM = 'daily';
const DAY_MINUTES = 24 * 60;

const language = browser.i18n.getMessage('language_tag') === 'fr' ? 'fr' : 'en';
const local: LocalArea = {
  read: readLocal,
  write: writeLocal,
  remove: removeLocal,
  readKeys: readLocalKeys,
};
const head = new HeadWriter(local);
const lists = new ListStore({
  openDatabase,
  local,
  head,
  loadFloor: () => loadFloor((path) => fetch(browser.runtime.getURL(path)), language),
  readIndexInput: (database) => readIndexInput(database, language),
});
const readState = () => readDefaultState(local, readToday());
const reports = new TabReports(browser, readState);
const updateToolbars = async () => setAllToolbars(browser, await readState());
const announce = async () => {
  await updateToolbars();
  await announceChange(browser);
};

/** Brings the lists in order and the toolbar with them; what fails is shown there as "no list". */
async function start(prepare: () => Promise<void>): Promise<void> {
  try {
    await prepare();
  } catch (error) {
    console.error('Demonitor: the list cannot be used:', error);
  }
  await announce();
}

browser.runtime.onInstalled.addListener(() => {
  void browser.alarms.create(DAILY_ALARM, { periodInMinutes: DAY_MINUTES });
  void start(() => lists.installFloor());
});
browser.runtime.onStartup.addListener(() => {
  void start(() => lists.prepare());
});
// Lists grow too old and entries lapse without any event of their own.
browser.alarms.onAlarm.addListener(() => {
  void start(() => lists.prepare());
});

const answers = {
  head,
  reports,
  announceChange: announce,
  updateToolbars,
  ownOrigin: new URL(browser.runtime.getURL('/')).origin,
  describePage: async (address: string) =>
    describePage(address, {
      read: local.read,
      today: readToday(),
      database: await lists.open(),
      dismissed: (await readHead(local)).dismissed,
    }),
  describeAddress: (address: string) =>
    describeAddress(address, { local, today: readToday(), openDatabase: () => lists.open() }),
  repair: async () => {
    try {
      await lists.repair();
      return true;
    } catch (error) {
      console.error('Demonitor: the list cannot be mended:', error);
      return false;
    }
  },
};
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  answerMessage(message, sender, answers),
);
