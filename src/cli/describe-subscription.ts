import type { CommitmentSubscription } from '../code-of-practice/demonetisation-on.ts';
import { formatPartialDay } from './format-partial-day.ts';
import { markUnverified } from './mark-unverified.ts';

function formatMeasures(measures: readonly string[]): string {
  return `${measures.length === 1 ? 'Measure' : 'Measures'} ${measures.join(', ')}`;
}

function describeAnswer(one: CommitmentSubscription): string {
  const { answer, measures, reported, certainty } = one;
  if (answer === 'unknown') return 'not known whether it subscribed.';
  const when = reported === undefined ? '' : `, as reported in ${formatPartialDay(reported)}`;
  if (answer === 'no') return `did not subscribe${when}${markUnverified(certainty)}.`;
  const which = measures ? formatMeasures(measures) : 'measures not known';
  return `subscribed (${which})${when}${markUnverified(certainty)}.`;
}

/** `The report covers July 2024 to December 2024.` */
function describePeriod(covers: string): string {
  const [from = '', to = ''] = covers.split('/');
  return `The report covers ${formatPartialDay(from)} to ${formatPartialDay(to)}.`;
}

/** The answer, and below it what is to be known of it and where it can be read. */
export function describeSubscription(one: CommitmentSubscription): readonly string[] {
  return [
    `  Commitment ${one.commitment}: ${describeAnswer(one)}`,
    ...(one.covers === undefined ? [] : [`    ${describePeriod(one.covers)}`]),
    ...(one.note ? [`    ${one.note.en}`] : []),
    ...(one.source ?? []).map((address) => `    Source: ${address}`),
  ];
}
