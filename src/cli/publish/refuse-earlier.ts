import { showText } from '../show-text.ts';
import { WrongClockError } from './errors.ts';
import { formatTime } from './metadata.ts';
import type { PublishedRepository } from './read-repository.ts';

/**
 * Whatever is signed holds from its moment on, so that what an earlier one signs ends before what is
 * there, if it hasn't ended already. Every publish and rotation signs the timestamp last, so none of
 * the rest is later than it. One that the newest root no longer trusts says nothing.
 *
 * @throws WrongClockError when the timestamp was signed after `now`
 */
export function refuseEarlier(repository: PublishedRepository, now: Date): void {
  const { dir, timestamp, unsigned } = repository;
  const issued = timestamp.signed.unrecognizedFields['issued'];
  const asOf = formatTime(now);
  if (typeof issued !== 'string' || issued <= asOf || unsigned.has('timestamp')) return;
  throw new WrongClockError(
    `What is published in ${showText(dir)} was signed at ${showText(issued)}, after ${asOf}: readers would find a timestamp that ends sooner, or has ended. Nothing was written; set this machine’s clock right, or if the one before was wrong, go back with "demonitor list rotate timestamp", or sign with --at as of a moment after it.`,
  );
}
