import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Protocol } from 'puppeteer-core';

const MEGABYTE = 1024 * 1024;
const LOOK_MILLISECONDS = 100;
const PROFILE = '--user-data-dir=';

type Process = Protocol.SystemInfo.ProcessInfo;

/** What the browser took while a worker was looked at; megabytes, at the most. */
export interface WorkerPeaks {
  readonly heap: number;
  /** Buffers outside the heap. */
  readonly buffers: number;
  /** The largest process that shows pages or runs workers; where the system tells (Linux). */
  readonly process: number | undefined;
  /** Of the profile on disk. */
  readonly database: number;
  readonly shards: number;
  /** Seconds of processor time of the browser's processes, which no other program adds to. */
  readonly rendererSeconds: number;
  readonly browserSeconds: number;
}

/** Looks at the extension's worker and at the profile until it is stopped. */
export class WorkerObserver {
  readonly #session: CDPSession;
  readonly #profile: string;
  readonly #browser: Browser;
  readonly #before: readonly Process[];
  #peaks = { heap: 0, buffers: 0, database: 0, shards: 0 };
  #isStopped = false;
  readonly #running: Promise<void>;

  private constructor(browser: Browser, session: CDPSession, before: readonly Process[]) {
    this.#browser = browser;
    this.#session = session;
    this.#before = before;
    const folder = browser.process()?.spawnargs.find((each) => each.startsWith(PROFILE));
    this.#profile = folder?.slice(PROFILE.length) ?? '';
    this.#running = this.#look();
  }

  static async start(browser: Browser): Promise<WorkerObserver> {
    const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
    const session = await target.createCDPSession();
    const processes = await readProcesses(browser);
    for (const { id } of processes) resetPeak(id);
    return new WorkerObserver(browser, session, processes);
  }

  async stop(): Promise<WorkerPeaks> {
    this.#isStopped = true;
    await this.#running;
    await this.#session.detach();
    const after = await readProcesses(this.#browser);
    const isRenderer = ({ type }: Process) => type === 'renderer';
    const each = after.filter(isRenderer).flatMap(({ id }) => readPeak(id) ?? []);
    const sum = (isMeant: (process: Process) => boolean) =>
      sumTimes(after.filter(isMeant)) - sumTimes(this.#before.filter(isMeant));
    return {
      ...this.#peaks,
      process: each.length === 0 ? undefined : Math.max(...each),
      rendererSeconds: sum(isRenderer),
      browserSeconds: sum((process) => !isRenderer(process)),
    };
  }

  async #look(): Promise<void> {
    while (!this.#isStopped) {
      // Counted in the worker between its turns; the fields beside the heap are newer than the types.
      const usage: { usedSize: number; backingStorageSize?: number } =
        await this.#session.send('Runtime.getHeapUsage');
      this.#raise('heap', usage.usedSize);
      this.#raise('buffers', usage.backingStorageSize ?? 0);
      this.#raise('database', sumFiles(join(this.#profile, 'Default/IndexedDB')));
      this.#raise('shards', sumFiles(join(this.#profile, 'Default/Local Extension Settings')));
      await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    }
  }

  #raise(what: 'heap' | 'buffers' | 'database' | 'shards', bytes: number): void {
    this.#peaks[what] = Math.max(this.#peaks[what], bytes / MEGABYTE);
  }
}

async function readProcesses(browser: Browser): Promise<readonly Process[]> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo;
}

function sumTimes(processes: readonly Process[]): number {
  return processes.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

function resetPeak(id: number): void {
  try {
    // 5: forget the largest size so far (proc(5), `clear_refs`).
    writeIfThere(`/proc/${id}/clear_refs`, '5');
  } catch {
    // Not ours to reset: the peak is then that of the process's whole life.
  }
}

function writeIfThere(path: string, text: string): void {
  if (existsSync(path)) writeFileSync(path, text);
}

function readPeak(id: number): number | undefined {
  try {
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return peak === undefined ? undefined : Number(peak) / 1024;
  } catch {
    // No such system, or the process has ended.
    return undefined;
  }
}

function sumFiles(folder: string): number {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    try {
      bytes += statSync(join(folder, path)).size;
    } catch {
      // The browser removes files while they are counted.
    }
  }
  return bytes;
}
