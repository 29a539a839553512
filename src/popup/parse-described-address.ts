import type { DescribedAddress } from '../messages/described-address.ts';

/** Fields without which a view of the kind cannot be drawn, by the test that each must pass. */
const NEEDED: Readonly<
  Record<DescribedAddress['kind'], Readonly<Record<string, (value: unknown) => boolean>>>
> = {
  listed: { address: isText, today: isText, findings: isFindings, staleLists: isObjects },
  'not-listed': { address: isText, lists: isObjects, staleLists: isObjects },
  'no-list': { reason: isText, staleLists: isObjects },
  'not-checkable': { reason: isText },
  failed: {},
};

/**
 * The worker's reply as what it should be; `failed` for anything else, also for none. Looked at
 * lightly: the worker is of this very version, and it parsed what came from outside.
 */
export function parseDescribedAddress(reply: unknown): DescribedAddress {
  if (!isObject(reply)) return { kind: 'failed' };
  const { kind } = reply;
  const isKnown = typeof kind === 'string' && Object.hasOwn(NEEDED, kind);
  if (!isKnown) return { kind: 'failed' };
  // Own property of `NEEDED`, so one of its keys; the compiler cannot follow `hasOwn`.
  const needed = Object.entries(NEEDED[kind as DescribedAddress['kind']]);
  if (!needed.every(([name, isSound]) => isSound(reply[name]))) return { kind: 'failed' };
  // Every field that a view cannot do without was looked at above.
  return reply as unknown as DescribedAddress;
}

function isFindings(value: unknown): boolean {
  return isObjects(value) && value.length > 0 && value.every(isFinding);
}

function isFinding(finding: Readonly<Record<string, unknown>>): boolean {
  const { kind, list, slug, scope, entry, commitments } = finding;
  const isNamed = isObject(list) && isText(slug) && isText(scope);
  if (!isNamed || kind === 'unreadable') return isNamed;
  return kind === 'explained' && isObject(entry) && isAsked(commitments);
}

/** A measure of which it is not said whether it is verified would pass for one that is not. */
function isAsked(commitments: unknown): boolean {
  return (
    isObjects(commitments) &&
    commitments.every(
      ({ measures }) =>
        isObjects(measures) && measures.every(({ isVerified }) => typeof isVerified === 'boolean'),
    )
  );
}

function isObjects(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.every(isObject);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
