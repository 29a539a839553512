/**
 * The worker: wires and does nothing else. It keeps nothing that must survive it; a browser may stop
 * it after every message.
 */
import { browser, type Runtime } from '../platform/browser.ts';
import { readToday } from '../platform/clock.ts';
import { createLock } from '../platform/create-lock.ts';
import { createPause } from '../platform/create-pause.ts';
import { openDatabase } from '../platform/database.ts';
import { createListFetcher } from '../platform/fetch-list-file.ts';
import { createPackageFetcher } from '../platform/fetch-package-file.ts';
import { readLocal, readLocalKeys, removeLocal, writeLocal } from '../platform/local-store.ts';
import { verifyEd25519 } from '../platform/verify-ed25519.ts';
import { HeadWriter } from '../store/head-store.ts';
import { ListStore } from '../store/list-store.ts';
import type { LocalArea } from '../store/local-area.ts';
import { isPublicSuffix } from '../sync/public-suffix.ts';
import { answerMessage } from './answer-messages.ts';
import { createAnswers } from './create-answers.ts';
import { ensureDailyAlarm } from './daily-alarm.ts';

const language = browser.i18n.getMessage('language_tag') === 'fr' ? 'fr' : 'en';
const now = () => Date.now();
const local: LocalArea = {
  read: readLocal,
  write: writeLocal,
  remove: removeLocal,
  readKeys: readLocalKeys,
};
const head = new HeadWriter(local, createLock('demonitor-head'));
const lists = new ListStore({
  openDatabase,
  runAlone: createLock('demonitor-lists'),
  local,
  head,
  pause: createPause(),
  floor: {
    version: browser.runtime.getManifest().version,
    fetchFile: createPackageFetcher(browser.runtime.getURL('/list/')),
  },
  language,
  verify: verifyEd25519,
  isPublicSuffix,
  openAddress: (address) => createListFetcher(address),
  readToday,
  now,
  random: () => Math.random(),
});
const { answers, sync, announceChange } = createAnswers({
  browser,
  ownOrigin: new URL(browser.runtime.getURL('/')).origin,
  local,
  head,
  lists,
  language,
  readToday,
  now,
});

/** Brings the lists in order and the toolbar with them; what fails is shown there as "no list". */
async function start(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error('Demonitor: the list cannot be used:', error);
  }
  await announceChange();
  // A list that was found to be damaged is fetched anew.
  await sync.ensureAlarm();
}

browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
  // A package that was built anew under the same version ships another list.
  const isRebuilt =
    reason === 'update' && previousVersion === browser.runtime.getManifest().version;
  void start(() => (isRebuilt ? lists.installFloor() : lists.repair()));
});
browser.runtime.onStartup.addListener(() => {
  void start(() => lists.repair());
});
browser.alarms.onAlarm.addListener((alarm) => {
  void (sync.isOwnAlarm(alarm) ? sync.syncDue() : start(() => lists.repair()));
});
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  answerMessage(message, sender, answers),
);
void ensureDailyAlarm(browser);
// A worker that died in the middle of a swap left database and pages apart.
void lists
  .prepare()
  .then((outcome) => (outcome === 'mended' ? announceChange() : undefined))
  .catch((error: unknown) => console.error('Demonitor: the list cannot be used:', error))
  .then(() => sync.ensureAlarm());
