// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PopupSource, PopupView } from '../../src/popup/popup-view.ts';
import { VIEWS } from './example-views.ts';
import { closePopup, openPopup } from './open-popup.tsx';

afterEach(closePopup);

describe('popup', () => {
  test('names the lists consulted, their age, and that this is no certificate', async () => {
    const { read } = await openPopup(VIEWS.notListed);
    expect(read('h1')).toBe('Not listed');
    expect(read('main')).toContain('This is no certificate.');
    expect(read('main')).toContain(
      '“Example list”, version 1204, published 20 Nov 2026 (4 days old)',
    );
    expect(read('main')).toContain('2 entries need a newer Demonitor');
    expect(read('main')).toContain('“Old list”, version 7');
  });

  test.each([
    [VIEWS.lapsed, 'An entry for lapsed.test lapsed after 31 Oct 2026 and was not renewed.'],
    [VIEWS.decided, 'An entry for removed.test was suspended or removed'],
  ])('says why an earlier entry does not count: %#', async (view, words) => {
    const { read } = await openPopup(view);
    expect(read('h1')).toBe('Not listed');
    expect(read('main')).toContain(words);
  });

  test.each([
    [VIEWS.missing, 'No list is installed', 'Rebuild the list'],
    [VIEWS.noList, 'cannot be read', 'Rebuild the list'],
    [
      VIEWS.tooOld,
      'too old to be believed',
      'The Lists page says whether newer releases are fetched',
    ],
    [VIEWS.switchedOff, 'You have switched every list off', 'Manage lists'],
  ])('says that there is no list, what that means and what helps: %#', async (view, why, cure) => {
    const { read } = await openPopup(view);
    expect(read('h1')).toBe('No list');
    expect(read('main')).toContain(why);
    expect(read('main')).toContain('That a page carries no mark means nothing');
    expect(read('main')).toContain(cure);
    expect(read('main')).not.toContain('Not listed');
  });

  test('names the list that is too old', async () => {
    const { read } = await openPopup(VIEWS.tooOld);
    expect(read('main')).toContain('“Old list”, version 7, published 1 Mar 2026 (268 days old)');
  });

  test.each([
    [{ ageDays: 1 }, '(1 day old)'],
    [{ ageDays: 0 }, '(today)'],
    [{ ageDays: -1 }, '(today)'],
    [{ ageDays: undefined, publishedOn: 'soon' }, '“Example list”, version 1204, published soon'],
  ])('says how old a list is, as far as that is known: %#', async (fields, words) => {
    const { ageDays: _, ...list } = VIEWS.lapsed.lists[0];
    const { ageDays, ...rest } = fields;
    const lists = [{ ...list, ...rest, ...(ageDays !== undefined && { ageDays }) }];
    const { read } = await openPopup({ ...VIEWS.lapsed, lists });
    expect(read('.lists')).toMatch(new RegExp(`${words.replace(/[()]/g, '\\$&')}$`));
  });

  test.each([
    [{ ageDays: 40 }, undefined],
    [{ ageDays: 41 }, 'unless it is renewed, it stops counting after 19 Jan 2027'],
    [{ ageDays: 41, confirmedOn: '2026-11-25' }, 'stops counting after 24 Jan 2027'],
    [{ ageDays: 41, publishedOn: 'soon' }, undefined],
  ])('says that a list is getting old in the last third of its time: %#', async (fields, words) => {
    const list = { ...VIEWS.lapsed.lists[0], maxStaleDays: 60, ...fields };
    const { readAll } = await openPopup({ ...VIEWS.lapsed, lists: [list] });
    const [said] = readAll('.lists .caution');
    if (words === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(words);
  });

  test('counts the age of a list from the day on which it was confirmed', async () => {
    const list = { ...VIEWS.lapsed.lists[0], confirmedOn: '2026-11-24', ageDays: 1 };
    const { read } = await openPopup({ ...VIEWS.lapsed, lists: [list] });
    expect(read('.lists')).toBe(
      '“Example list”, version 1204, published 20 Nov 2026, confirmed 24 Nov 2026 (1 day old)',
    );
  });

  test('leads to the lists, from its foot and from where they are named', async () => {
    const { findAll } = await openPopup(VIEWS.lapsed);
    const links = findAll('a[href="/src/dashboard/dashboard.html#lists"]');
    expect(links.map(({ textContent }) => textContent)).toEqual(['Manage lists', 'Lists']);
  });

  test('offers to follow the list that the page offers, and asks nothing for it', async () => {
    const offer = { address: 'https://list.example/', rootDigest: '0f'.repeat(32) };
    const readOffer = () => Promise.resolve(offer);
    const { find, read, source } = await openPopup(VIEWS.notListed, { readOffer });
    expect(read('main')).toContain('This page offers a list to follow.');
    expect(find('a[href*="#follow"]').getAttribute('href')).toBe(
      `/src/dashboard/dashboard.html#follow?address=https%3A%2F%2Flist.example%2F&root=${'0f'.repeat(32)}`,
    );
    expect(source.checkAddress).not.toHaveBeenCalled();
  });

  test('offers no list where the page offers none, or cannot be read', async () => {
    const readOffer = () => Promise.reject(new Error('gone'));
    for (const answers of [{}, { readOffer }]) {
      const { findAll } = await openPopup(VIEWS.notListed, answers);
      expect(findAll('a[href*="#follow"]')).toEqual([]);
      closePopup();
    }
  });

  test('rebuilds the list and looks again', async () => {
    const { press, source } = await openPopup(VIEWS.noList);
    await press('Rebuild the list');
    expect(source.repairList).toHaveBeenCalledOnce();
    expect(source.readCurrentPage).toHaveBeenCalledTimes(2);
  });

  test.each([
    [VIEWS.noAccess, 'keeps Demonitor away', 'allow Demonitor on this site'],
    [VIEWS.reload, 'opened before Demonitor', 'Reload the page'],
    [VIEWS.reload, 'a page of its own there', 'look its address up'],
    [VIEWS.browserPage, 'page of the browser itself', 'on the web only'],
    [VIEWS.localFile, 'file on your machine', 'on the web only'],
    [VIEWS.otherScheme, 'Only web addresses', 'like example.org'],
    [VIEWS.notAnAddress, 'not an address', 'like example.org'],
  ])('says why a page was not checked and what helps: %#', async (view, why, cure) => {
    const { read } = await openPopup(view);
    expect(read('h1')).toBe('Not checked');
    expect(read('main')).not.toContain('Address checked');
    expect(read('main')).toContain(why);
    expect(read('main')).toContain(cure);
  });

  test('reloads a page that was open too early', async () => {
    const { press, source } = await openPopup(VIEWS.reload);
    await press('Reload the page');
    expect(source.reloadPage).toHaveBeenCalledOnce();
  });

  test('looks up the address of a page that it may not see', async () => {
    const { press, source } = await openPopup(VIEWS.noAccess);
    await press('Look up this page’s address');
    expect(source.checkAddress).toHaveBeenCalledWith('https://news.example/');
  });

  test('pauses', async () => {
    const { press, source } = await openPopup(VIEWS.notListed);
    await press('Pause Demonitor');
    expect(source.setPaused).toHaveBeenCalledWith(true);
  });

  test('resumes, and offers no second pause meanwhile', async () => {
    const { press, read, source } = await openPopup(VIEWS.paused);
    expect(read('h1')).toBe('Paused');
    expect(read('body')).not.toContain('Pause Demonitor');
    await press('Resume');
    expect(source.setPaused).toHaveBeenCalledWith(false);
    expect(source.readCurrentPage).toHaveBeenCalledTimes(2);
  });

  test.each([
    [VIEWS.notListed, 'Pause Demonitor', VIEWS.paused],
    [VIEWS.paused, 'Resume', VIEWS.notListed],
    [VIEWS.contested, 'Show it again', VIEWS.listed],
    [VIEWS.noList, 'Rebuild the list', VIEWS.notListed],
    [VIEWS.failed, 'Try again', VIEWS.notListed],
  ])('keeps the focus where the pressed button goes: %#', async (before, label, after) => {
    const pages: PopupView[] = [before, after];
    const readCurrentPage = vi.fn(() => Promise.resolve(pages.shift() ?? VIEWS.failed));
    const { press } = await openPopup(VIEWS.loading, { readCurrentPage });
    expect(document.activeElement).toBe(document.body);
    await press(label);
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  test('leaves the focus on a button that stays', async () => {
    const { press } = await openPopup(VIEWS.noList);
    await press('Rebuild the list');
    expect(document.activeElement?.textContent).toBe('Rebuild the list');
  });

  test('says that it could not check when a part fails, never "not listed"', async () => {
    const failing = { readCurrentPage: () => Promise.reject(new Error('gone')) };
    const { read } = await openPopup(VIEWS.loading, failing);
    expect(read('h1')).toBe('Could not check');
    expect(read('main')).not.toContain('Not listed');
  });

  test('shows the newest reading of the page, whichever comes last', async () => {
    let answerFirst = (_: PopupView): void => undefined;
    const first = new Promise<PopupView>((resolve) => {
      answerFirst = resolve;
    });
    const readings = [first, Promise.resolve<PopupView>(VIEWS.paused)];
    const readCurrentPage = vi.fn(() => readings.shift() ?? Promise.resolve(VIEWS.failed));
    const { press, read, settle } = await openPopup(VIEWS.loading, { readCurrentPage });
    await press('Pause Demonitor');
    answerFirst(VIEWS.notListed);
    await settle();
    expect(read('h1')).toBe('Paused');
  });

  test('speaks French in French', async () => {
    const { read } = await openPopup(VIEWS.notListed, {}, 'fr');
    expect(read('h1')).toBe('Non listé');
    expect(document.documentElement.lang).toBe('fr');
  });
});

describe('lookup by hand', () => {
  test('shows the result as for a page, says for what, and takes the focus there', async () => {
    const { lookUp, read, source } = await openPopup(VIEWS.browserPage, answer(VIEWS.listed));
    await lookUp('  Example-Truth.test/page ');
    expect(source.checkAddress).toHaveBeenCalledWith('Example-Truth.test/page');
    expect(read('.looked-up')).toContain('Result for Example-Truth.test/page');
    expect(read('h1')).toBe('Listed');
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  test.each([VIEWS.listed, VIEWS.notListed])('says through what a link leads: %#', async (view) => {
    const told = { ...view, through: 'l.wrap.test' };
    const { lookUp, read } = await openPopup(VIEWS.browserPage, answer(told));
    await lookUp('https://l.wrap.test/?u=x');
    expect(read('.status')).toContain('This link leads through l.wrap.test.');
    expect(read('.status')).toContain(view.address);
  });

  test('says that nothing leaves the browser', async () => {
    const { read } = await openPopup(VIEWS.notListed);
    expect(read('.lookup')).toContain('Nothing leaves the browser.');
  });

  test('asks nothing for an empty field', async () => {
    const { lookUp, source } = await openPopup(VIEWS.notListed);
    await lookUp('   ');
    expect(source.checkAddress).not.toHaveBeenCalled();
  });

  test('goes back to the page', async () => {
    const { lookUp, press, read } = await openPopup(VIEWS.browserPage, answer(VIEWS.listed));
    await lookUp('example-truth.test');
    await press('Back to this page');
    expect(read('h1')).toBe('Not checked');
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  test('works while paused', async () => {
    const { lookUp, read } = await openPopup(VIEWS.paused, answer(VIEWS.listed));
    await lookUp('example-truth.test');
    expect(read('h1')).toBe('Listed');
  });

  test('pauses below a result, and shows both afterwards', async () => {
    const pages = [VIEWS.notListed, VIEWS.paused];
    const readCurrentPage = vi.fn(() => Promise.resolve<PopupView>(pages.shift() ?? VIEWS.failed));
    const checkAddress = vi.fn(() => Promise.resolve<PopupView>(VIEWS.listed));
    const opened = await openPopup(VIEWS.loading, { readCurrentPage, checkAddress });
    await opened.lookUp('example-truth.test');
    await opened.press('Pause Demonitor');
    expect(checkAddress).toHaveBeenCalledTimes(2);
    expect(opened.read('h1')).toBe('Listed');
    expect(opened.read('body')).not.toContain('Pause Demonitor');
    await opened.press('Back to this page');
    expect(opened.read('h1')).toBe('Paused');
  });

  test('does not come back by itself once it was closed', async () => {
    let finish = (): void => undefined;
    const repairList = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const opened = await openPopup(VIEWS.notListed, { ...answer(VIEWS.noList), repairList });
    await opened.lookUp('example-truth.test');
    await opened.press('Rebuild the list');
    await opened.press('Back to this page');
    finish();
    await opened.settle();
    expect(opened.read('h1')).toBe('Not listed');
  });

  test('shows the address asked last, whichever answer comes last', async () => {
    let answerFirst = (_: PopupView): void => undefined;
    const first = new Promise<PopupView>((resolve) => {
      answerFirst = resolve;
    });
    const checkAddress = vi.fn((input: string) =>
      input === 'first.test' ? first : Promise.resolve<PopupView>(VIEWS.notListed),
    );
    const { lookUp, read, settle } = await openPopup(VIEWS.browserPage, { checkAddress });
    await lookUp('first.test');
    await lookUp('second.test');
    answerFirst(VIEWS.listed);
    await settle();
    expect(read('.looked-up')).toContain('second.test');
    expect(read('h1')).toBe('Not listed');
  });
});

function answer(view: PopupView): Pick<PopupSource, 'checkAddress'> {
  return { checkAddress: vi.fn(() => Promise.resolve(view)) };
}
