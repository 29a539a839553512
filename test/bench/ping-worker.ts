import type { Page } from 'puppeteer-core';

/** For so long the worker is asked before the sync begins. */
export const IDLE_MILLISECONDS = 1_500;
const LOOK_MILLISECONDS = 200;

/** How long the worker let others wait, in milliseconds, and what it was doing at the worst moment. */
interface WorkerAnswers {
  /** For a message that it answers without looking anything up. */
  readonly longestMs: number;
  /** All but one in a hundred waited less. */
  readonly usualMs: number;
  /** For what the popup asks, which reads storage and, of a listed page, the database. */
  readonly longestPopupMs: number;
  /** When each stage of the sync began. */
  readonly stages: string;
}

/*
 * In the page as text: what compiles this file adds helpers to functions that a page lacks. A request
 * of no use is answered with nothing; that takes the worker's turn, and only that.
 */
const PING = `(async (address) => {
  let began = performance.now();
  const pings = [];
  const popups = [];
  const stages = [];
  let isDone = false;
  const time = async (message) => {
    const sent = performance.now();
    const reply = await chrome.runtime.sendMessage(message);
    return [performance.now() - sent, reply, sent];
  };
  const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const watch = async (each, work) => {
    while (!isDone) { await work(); await rest(each); }
  };
  const loops = [
    watch(20, async () => {
      const [took, , sent] = await time({ kind: 'badge/restore' });
      pings.push({ took, stage: (stages.at(-1) ?? '').split(' ')[0], at: sent - began });
    }),
    watch(50, async () => {
      popups.push((await time({ kind: 'address/describe', request: { address } }))[0]);
    }),
    watch(100, async () => {
      const [, reply] = await time({ kind: 'lists/status' });
      const stage = reply?.running?.[0]?.stage;
      if (stage !== undefined && !(stages.at(-1) ?? '').startsWith(stage + ' '))
        stages.push(stage + ' ' + Math.round(performance.now() - began));
    }),
  ];
  // How long an idle worker takes on this machine, as busy as it is.
  await rest(${IDLE_MILLISECONDS});
  const idle = pings.splice(0).map(({ took }) => took);
  popups.length = 0;
  began = performance.now();
  const status = await chrome.runtime.sendMessage({ kind: 'lists/sync', request: {} });
  const syncMs = performance.now() - began;
  isDone = true;
  await Promise.all(loops);
  const sorted = pings.map(({ took }) => took).sort((a, b) => a - b);
  const worst = pings.toSorted((a, b) => b.took - a.took).slice(0, 8)
    .map(({ took, stage, at }) => Math.round(took) + '@' + Math.round(at) + '/' + stage).join(' ');
  return JSON.stringify({
    longestMs: sorted.at(-1) ?? 0,
    usualMs: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    longestPopupMs: Math.max(...popups),
    stages: stages.join(', '),
    worst,
    idleMs: Math.max(...idle),
    syncMs,
    failure: status.lists[0]?.failure,
    version: status.lists[0]?.version,
    downloadBytes: status.lists[0]?.lastDownloadBytes ?? 0,
  });
})`;

/** What is reported of a sync by the page that asked for it. */
export interface PingedSync extends WorkerAnswers {
  readonly syncMs: number;
  readonly downloadBytes: number;
  readonly version: number | undefined;
  readonly failure: unknown;
  /** The longest waits, with the time and the stage. */
  readonly worst: string;
  /** The longest wait before the sync began: what this machine does to an idle worker. */
  readonly idleMs: number;
}

/** Has the worker sync from one of our own pages, and asks it all the time meanwhile. */
export async function syncAndPing(own: Page, address: string): Promise<PingedSync> {
  await own.evaluate(
    `void ${PING}(${JSON.stringify(address)}).then((text) => { globalThis.told = text; })`,
  );
  // Asked for again and again: one answer may not take longer than puppeteer's patience.
  for (;;) {
    const told = await own.evaluate('globalThis.told');
    // Made by the script above.
    if (typeof told === 'string') return JSON.parse(told) as PingedSync;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  }
}
