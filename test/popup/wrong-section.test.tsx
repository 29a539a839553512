// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FINDING, VIEWS } from './example-views.ts';
import { closePopup, openPopup } from './open-popup.tsx';

const FACTS = [
  'List: example, version 1204',
  'Entry: example-truth',
  'Scope: example-truth.test',
  'Address checked: https://example-truth.test/page',
].join('\n');

afterEach(() => {
  closePopup();
  vi.restoreAllMocks();
});

describe('the way out', () => {
  test('says what to send and where, naming no address that the list does not name', async () => {
    const { read, findAll } = await open('https://example-truth.test/page');
    expect(read('.wrong')).toContain('public repository of “Example list”');
    expect(read('.wrong')).toContain('no page of its own yet');
    expect(findAll('.wrong a')).toEqual([]);
    expect(read('.wrong pre')).toBe(FACTS);
  });

  test('links the page of the list where it has one', async () => {
    const list = { ...FINDING.list, home: 'https://list.example/' };
    const { find, read } = await openPopup({
      ...VIEWS.listed,
      findings: [{ ...FINDING, list }],
    });
    expect(find('.wrong a').getAttribute('href')).toBe('https://list.example/');
    expect(read('.wrong')).not.toContain('no page of its own yet');
  });

  test('sends to the publisher of somebody else’s list, and never to where Demonitor came from', async () => {
    const followedAt = 'https://lists.example/a/';
    const list = { ...FINDING.list, followedAt, publisherUrl: 'https://desk.example/' };
    const { findAll, read } = await openPopup({
      ...VIEWS.listed,
      findings: [{ ...FINDING, list }],
    });
    expect(read('.wrong')).toContain('Write to whoever publishes “Example list”');
    expect(read('.wrong')).not.toContain('where you got Demonitor');
    expect(findAll('.wrong a').map((link) => link.getAttribute('href'))).toEqual([
      'https://desk.example/',
      followedAt,
    ]);
  });

  test.each([
    ['https://me:key@example-truth.test/page?session=1#x', 'https://example-truth.test/page'],
    ['m.example-truth.test/page#a?b', 'm.example-truth.test/page'],
    ['me@example-truth.test/@name', 'example-truth.test/@name'],
    ['https://example-truth.test/@name', 'https://example-truth.test/@name'],
  ])('quotes of %s nothing that is the reader’s alone', async (address, quoted) => {
    const { read } = await open(address);
    expect(read('.wrong pre')).toContain(`Address checked: ${quoted}`);
    expect(read('.wrong pre').endsWith(quoted)).toBe(true);
  });

  test('copies the facts on a press, and says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { press, read } = await open('https://example-truth.test/page');
    expect(read('.copyable [role=status]')).toBe('');
    await press('Copy');
    expect(write).toHaveBeenCalledWith(FACTS);
    expect(read('.copyable [role=status]')).toBe('Copied.');
  });

  test('selects them where the browser forbids copying', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('forbidden'));
    const { press, read } = await open('https://example-truth.test/page');
    await press('Copy');
    expect(read('.copyable [role=status]')).toContain('The text is selected');
    expect(getSelection()?.toString()).toBe(FACTS);
  });
});

function open(address: string) {
  return openPopup({ ...VIEWS.listed, address });
}
