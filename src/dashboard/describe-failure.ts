import type { FailureReason, SyncFailure } from '../sync/failure.ts';
import type { MessageKey, Text } from '../ui/text.ts';
import { formatMoment } from './format-moment.ts';

interface FailureTexts {
  /** What happened, and what it means. */
  readonly what: MessageKey;
  /** What the reader can do. */
  readonly cure: MessageKey;
}

/** A list that is not followed is not fetched again by itself. */
const OFFER_CURES: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  cure_waiting: 'cure_offer_later',
  cure_connection: 'cure_offer_connection',
  cure_publisher: 'cure_offer_publisher',
  cure_tampering: 'cure_offer_tampering',
  cure_digest: 'cure_offer_digest',
};

/** Asked for first: without it, whatever stands at the address is no list. */
const FIRST_FILE = 'metadata/1.root.json';
const NO_LIST_HERE: FailureTexts = { what: 'failure_no_list_here', cure: 'cure_offer_address' };

/** A worker that was updated while this page stayed open. */
const UNKNOWN: FailureTexts = { what: 'failure_unknown', cure: 'cure_publisher' };

const TEXTS: Readonly<Record<FailureReason, FailureTexts>> = {
  insecure: { what: 'failure_insecure', cure: 'cure_offer_https' },
  unreachable: { what: 'failure_unreachable', cure: 'cure_connection' },
  timeout: { what: 'failure_timeout', cure: 'cure_connection' },
  status: { what: 'failure_status', cure: 'cure_publisher' },
  redirected: { what: 'failure_redirected', cure: 'cure_publisher' },
  'wrong-type': { what: 'failure_wrong_type', cure: 'cure_publisher' },
  'too-large': { what: 'failure_too_large', cure: 'cure_publisher' },
  'cut-short': { what: 'failure_cut_short', cure: 'cure_waiting' },
  'wrong-length': { what: 'failure_wrong_length', cure: 'cure_tampering' },
  'wrong-hash': { what: 'failure_wrong_hash', cure: 'cure_tampering' },
  'not-metadata': { what: 'failure_not_metadata', cure: 'cure_connection' },
  signatures: { what: 'failure_signatures', cure: 'cure_tampering' },
  rollback: { what: 'failure_rollback', cure: 'cure_tampering' },
  expired: { what: 'failure_expired', cure: 'cure_publisher' },
  'version-mismatch': { what: 'failure_version_mismatch', cure: 'cure_waiting' },
  'root-skipped': { what: 'failure_root_skipped', cure: 'cure_publisher' },
  'key-id': { what: 'failure_key_id', cure: 'cure_publisher' },
  'wrong-root': { what: 'failure_wrong_root', cure: 'cure_digest' },
  'unsafe-list': { what: 'failure_unsafe_list', cure: 'cure_publisher' },
  'wrong-digest': { what: 'failure_wrong_digest', cure: 'cure_publisher' },
  'missing-file': { what: 'failure_missing_file', cure: 'cure_publisher' },
  'clock-behind': { what: 'failure_clock_behind', cure: 'cure_clock' },
  'clock-ahead': { what: 'failure_clock_ahead', cure: 'cure_clock' },
  storage: { what: 'failure_storage', cure: 'cure_space' },
  database: { what: 'failure_database', cure: 'cure_restart' },
  internal: { what: 'failure_internal', cure: 'cure_internal' },
  'not-offered': { what: 'failure_not_offered', cure: 'no_list_update_text' },
  stopped: { what: 'failure_stopped', cure: 'cure_waiting' },
};

/**
 * Why a list was refused or not fetched, and what one can do, in the reader's words.
 *
 * @param isOffer the list is not followed yet
 */
export function describeFailure(
  failure: SyncFailure,
  text: Text,
  isOffer = false,
): { readonly what: string; readonly cure: string } {
  if (isOffer && isNoListHere(failure)) {
    return { what: text.say(NO_LIST_HERE.what), cure: text.say(NO_LIST_HERE.cure) };
  }
  const { cure } = TEXTS[failure.reason] ?? UNKNOWN;
  return {
    what: describeReason(failure, text),
    cure: text.say((isOffer && OFFER_CURES[cure]) || cure),
  };
}

function isNoListHere({ reason, file }: SyncFailure): boolean {
  return file === FIRST_FILE && (reason === 'missing-file' || reason === 'wrong-type');
}

/** The failure as data in one line, for whoever looks into it. */
export function formatFailure(failure: SyncFailure): string {
  const { reason, detail, ...facts } = failure;
  const pairs = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
  return [reason, ...pairs, ...(detail === undefined ? [] : [detail])].join(' ');
}

function describeReason(failure: SyncFailure, text: Text): string {
  const { reason, role = 'version', have, got, status, until } = failure;
  if (reason === 'status') return text.say('failure_status', String(status ?? '?'));
  if (reason === 'rollback') {
    if (have === undefined || got === undefined) return text.say('failure_rollback_plain');
    // The signed files' own names; "version" is the same word in both languages.
    return text.say('failure_rollback', role, text.number(got), text.number(have));
  }
  if (reason === 'expired' && until !== undefined) {
    return text.say('failure_expired_on', formatMoment(Date.parse(until), text));
  }
  return text.say((TEXTS[reason] ?? UNKNOWN).what);
}
