/**
 * The worker: wires and does nothing else. It keeps nothing that must survive it; a browser may stop
 * it after every message.
 */
import { browser, type Runtime } from '../platform/browser.ts';
import { readToday } from '../platform/clock.ts';
import { createPause } from '../platform/create-pause.ts';
import { openDatabase } from '../platform/database.ts';
import { readLocal, readLocalKeys, removeLocal, writeLocal } from '../platform/local-store.ts';
import { answerMessage } from './answer-messages.ts';
import { createAnswers } from './create-answers.ts';
import { ensureDailyAlarm } from './daily-alarm.ts';
import { HeadWriter } from './head-store.ts';
import { ListStore } from './list-store.ts';
import { loadFloor } from './load-floor.ts';
import type { LocalArea } from './local-area.ts';
import { readIndexInput } from './read-index-input.ts';

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
  pause: createPause(),
  loadFloor: () => loadFloor((path) => fetch(browser.runtime.getURL(path)), language),
  readIndexInput: (database) => readIndexInput(database, language),
});
const answers = createAnswers({
  browser,
  ownOrigin: new URL(browser.runtime.getURL('/')).origin,
  local,
  head,
  lists,
  language,
  readToday,
});

/** Brings the lists in order and the toolbar with them; what fails is shown there as "no list". */
async function start(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error('Demonitor: the list cannot be used:', error);
  }
  await answers.announceChange();
}

browser.runtime.onInstalled.addListener(({ reason }) => {
  const isNewVersion = reason === 'install' || reason === 'update';
  void start(() => (isNewVersion ? lists.installFloor() : lists.repair()));
});
browser.runtime.onStartup.addListener(() => {
  void start(() => lists.repair());
});
browser.alarms.onAlarm.addListener(() => {
  void start(() => lists.repair());
});
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  answerMessage(message, sender, answers),
);
void ensureDailyAlarm(browser);
// A worker that died in the middle of a swap left database and pages apart.
void lists.prepare().then(
  (outcome) => (outcome === 'mended' ? answers.announceChange() : undefined),
  (error: unknown) => console.error('Demonitor: the list cannot be used:', error),
);
