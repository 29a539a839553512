import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { ListStatus } from '../../../src/messages/list-status.ts';
import type { OwnRequests } from '../../../src/messages/protocol.ts';
import type { BrowserFamily } from '../../support/find-browser.ts';
import { launchBrowser } from '../../support/launch-browser.ts';
import { type LocalWeb, startLocalWeb } from '../../support/local-web.ts';
import { openChromiumPage, openFirefoxPage } from '../../support/open-popup.ts';
import { respond } from '../example-web.ts';
import { createTestRepository, type TestRepository } from '../test-list.ts';
import { ListHost } from './list-host.ts';

const PROFILE = 'profile';
const WAIT = { timeout: 20_000, interval: 100 };

/** A list that is published under a host name of its own. */
export interface PublishedList {
  readonly repository: TestRepository;
  readonly host: ListHost;
}

/**
 * A browser with the extension whose own list has an address, on the stand-in web. The profile is
 * kept from one start of the browser to the next; long, because browser, extension, lists and web
 * come and go one without the other.
 */
export class ListSession {
  readonly family: BrowserFamily;
  readonly #folder: string;
  readonly #lists: PublishedList[] = [];
  #web: LocalWeb | undefined;
  #browser: Browser | undefined;
  #page: Page | undefined;
  #asking: Page | undefined;

  private constructor(family: BrowserFamily) {
    this.family = family;
    this.#folder = join(process.cwd(), mkdtempSync(join('.cache', `e2e-lists-${family}-`)));
  }

  /** Publishes the test list, packs it and starts the browser. */
  static async start(family: BrowserFamily): Promise<ListSession> {
    const session = new ListSession(family);
    const { repository } = session.addList('list.test');
    await repository.publish();
    cpSync(join('dist', family), session.extension, { recursive: true });
    await session.pack();
    session.#web = await startLocalWeb((url, headers) => {
      const owner = session.#lists.find(({ host }) => host.isFor(url));
      return owner === undefined ? respond(url) : owner.host.respond(url, headers);
    });
    try {
      await session.launch();
      await session.#syncFirst();
      return session;
    } catch (error) {
      // Nobody else has it to close.
      await session.close();
      throw error;
    }
  }

  /** The folder of the extension that is loaded. */
  get extension(): string {
    return join(this.#folder, 'extension');
  }

  /** The extension's own list. */
  get own(): PublishedList {
    return ensure(this.#lists[0]);
  }

  get web(): LocalWeb {
    return ensure(this.#web);
  }

  get browser(): Browser {
    return ensure(this.#browser);
  }

  /** The tab under test. */
  get page(): Page {
    return ensure(this.#page);
  }

  /** One more list on the stand-in web; nothing is published yet. */
  addList(name: string, info?: Readonly<Record<string, unknown>>): PublishedList {
    const repository = createTestRepository(join(this.#folder, name), info);
    const list = { repository, host: new ListHost(name, repository.dir) };
    this.#lists.push(list);
    return list;
  }

  /** Packs the newest release of the own list into the extension's folder, in a new version of it. */
  async pack(version?: string): Promise<void> {
    const { repository, host } = this.own;
    await repository.pack(join(this.extension, 'list'), { address: host.address });
    if (version !== undefined) this.renumber(version);
  }

  /** Gives the extension's folder another version number. */
  renumber(version: string): void {
    const path = join(this.extension, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, version }));
  }

  /** A folder of this session's own, for copies. */
  path(name: string): string {
    return join(this.#folder, name);
  }

  async launch(): Promise<void> {
    this.#browser = await launchBrowser({
      family: this.family,
      web: this.web,
      extension: this.extension,
      profile: this.path(PROFILE),
    });
    this.#page = await this.#browser.newPage();
    this.#asking = undefined;
  }

  /** Takes the files in the extension's folder as an update of it. */
  async update(): Promise<void> {
    const page = await this.openOwnPage();
    await this.browser.installExtension(this.extension);
    // The old version's pages go with it; not at once in Firefox.
    if (!page.isClosed()) await page.close().catch(() => undefined);
    this.#asking = undefined;
  }

  /** Ends the browser as a crash would: no part of it hears of it. */
  async kill(): Promise<void> {
    const process = ensure(this.browser.process());
    const gone = new Promise((done) => process.once('exit', done));
    process.kill('SIGKILL');
    await gone;
  }

  /** Asked for at once, a sync waits until the shipped list is there. */
  async #syncFirst(): Promise<void> {
    // Nobody may be there to be asked yet.
    const { lists } = await vi.waitFor(() => this.ask('lists/sync', {}), WAIT);
    if (lists[0]?.lastSuccess === undefined) throw new Error('The first sync found no list.');
  }

  /** A page of the extension in a tab of its own, behind the one under test. */
  async openOwnPage(): Promise<Page> {
    if (this.#asking === undefined || this.#asking.isClosed()) {
      const open = this.family === 'chromium' ? openChromiumPage : openFirefoxPage;
      this.#asking = await open(this.browser);
      await this.page.bringToFront();
    }
    return this.#asking;
  }

  /** Evaluates an expression in a page of the extension; `api` stands for the browser's. */
  async evaluate(expression: string): Promise<unknown> {
    const page = await this.openOwnPage();
    const api = this.family === 'chromium' ? 'chrome' : 'browser';
    return page.evaluate(`((api) => ${expression})(${api})`);
  }

  /** Sends an own message to the worker, from a page of the extension. */
  async ask<Kind extends keyof OwnRequests>(
    kind: Kind,
    request: OwnRequests[Kind]['request'],
  ): Promise<OwnRequests[Kind]['reply']> {
    const message = JSON.stringify({ kind, request });
    const reply = await this.evaluate(`api.runtime.sendMessage(${message})`);
    // What our own worker answers; the protocol is checked where it is compiled.
    return reply as OwnRequests[Kind]['reply'];
  }

  /** Sends it and waits for no answer: whoever is asked may not live to give one. */
  begin<Kind extends keyof OwnRequests>(kind: Kind, request: OwnRequests[Kind]['request']): void {
    void this.ask(kind, request).catch(() => undefined);
  }

  /** Syncs every list and gives the status of the own one. */
  async sync(): Promise<ListStatus> {
    const { lists } = await this.ask('lists/sync', {});
    return ensure(lists.find(({ isOwn }) => isOwn));
  }

  /** How the own list stands. */
  async readStatus(): Promise<ListStatus> {
    const { lists } = await this.ask('lists/status', undefined);
    return ensure(lists.find(({ isOwn }) => isOwn));
  }

  /** Whether the worker's check lists an address. */
  async isListed(address: string): Promise<boolean> {
    const { kind } = await this.ask('address/describe', { address });
    return kind === 'listed';
  }

  /** Waits until the own list has this version, and gives its status. */
  waitForVersion(version: number): Promise<ListStatus> {
    return vi.waitFor(async () => {
      const status = await this.readStatus();
      if (status.version !== version) throw new Error(`Version ${status.version}: ${version}?`);
      return status;
    }, WAIT);
  }

  async close(): Promise<void> {
    await this.#browser?.close().catch(() => undefined);
    await this.#web?.close();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function ensure<Value>(value: Value | null | undefined): Value {
  if (value === undefined || value === null) throw new Error('Not there.');
  return value;
}
