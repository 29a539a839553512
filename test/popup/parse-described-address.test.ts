import { expect, it } from 'vitest';
import { parseDescribedAddress } from '../../src/popup/parse-described-address.ts';
import { VIEWS } from './example-views.ts';

it.each([
  VIEWS.listed,
  VIEWS.network,
  VIEWS.unreadable,
  VIEWS.notListed,
  VIEWS.lapsed,
  VIEWS.noList,
  VIEWS.otherScheme,
  VIEWS.failed,
])('takes what the worker says as it came, %#', (described) => {
  // As Chromium carries it.
  expect(parseDescribedAddress(JSON.parse(JSON.stringify(described)))).toEqual(described);
});

it.each([
  undefined,
  null,
  'listed',
  {},
  { kind: 'paused' },
  { kind: 'toString' },
  { kind: 'not-listed' },
  { ...VIEWS.notListed, staleLists: [null] },
  { ...VIEWS.noList, reason: 7 },
  { ...VIEWS.listed, findings: [] },
  { ...VIEWS.listed, findings: [{ ...VIEWS.listed.findings[0], commitments: undefined }] },
  {
    ...VIEWS.listed,
    findings: [
      { ...VIEWS.listed.findings[0], commitments: [{ measures: [{ id: '1.1', summary: {} }] }] },
    ],
  },
  { ...VIEWS.listed, findings: [{ ...VIEWS.listed.findings[0], entry: undefined }] },
  { ...VIEWS.listed, findings: [{ ...VIEWS.unreadable.findings[0], kind: 'other' }] },
  { ...VIEWS.listed, findings: [{ ...VIEWS.unreadable.findings[0], list: 'example' }] },
])('takes %j for a part that failed, never for an answer', (reply) => {
  expect(parseDescribedAddress(reply)).toEqual({ kind: 'failed' });
});
