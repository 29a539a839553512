import { expect, test } from 'vitest';
import { readBundledMessages } from '../../src/ui/bundled-message.ts';
import { createMessageText, MESSAGES } from './message-text.ts';

test.each(['en', 'fr'] as const)('fills in every text in %s as the browser does', (language) => {
  const strict = createMessageText(language);
  const read = readBundledMessages(language);
  for (const [key, { placeholders = {} }] of Object.entries(MESSAGES[language])) {
    const values = Object.keys(placeholders).map((name) => `<${name}>`);
    // Keys of the file itself.
    expect(read(key, values), key).toBe(strict.say(key as 'status_listed', ...values));
  }
});

test('has an empty text for an unknown key, and for a value that was not given', () => {
  const read = readBundledMessages('en');
  expect(read('no_such_key', ['a'])).toBe('');
  expect(read('reply_facts', ['A day'])).toBe(
    'A day; sent by whoever controls the domain (proved by )',
  );
});
