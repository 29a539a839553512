import { expect, it } from 'vitest';
import { DatabaseTimeoutError } from '../../src/platform/database.ts';
import { classifyError } from '../../src/store/classify-error.ts';

it.each<[unknown, string]>([
  [new DOMException('Encountered full disk', 'QuotaExceededError'), 'storage'],
  [new Error('QUOTA_BYTES quota exceeded'), 'storage'],
  [new Error('IO error: FILE_ERROR_NO_SPACE'), 'storage'],
  [new DOMException('Internal error opening backing store', 'UnknownError'), 'database'],
  [new DatabaseTimeoutError(), 'database'],
  [new TypeError('undefined is not a function'), 'internal'],
  [new RangeError('Maximum call stack size exceeded'), 'internal'],
  ['a text', 'internal'],
])('%s is told as what it is: %s', (error, reason) => {
  expect(classifyError(error).reason).toBe(reason);
});

it('keeps of a long message only its beginning', () => {
  expect(classifyError(new Error('x'.repeat(1_000))).detail).toHaveLength(300);
});
