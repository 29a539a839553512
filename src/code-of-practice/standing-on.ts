import { firstDayOf } from '../list/day.ts';
import type { CodeCatalogue } from './code-catalogue.ts';
import { tellNotes } from './dated-note.ts';
import type { Edition } from './edition.ts';
import { type BothLanguages, type Certainty, worstOf } from './fields.ts';
import { lastDayOf, type PartialDay } from './partial-day.ts';
import type { Service } from './service.ts';
import type { Signatory, Stint } from './signatory.ts';

/** A signature under one edition, as it stands on a day. */
export interface Signature {
  readonly edition: string;
  /** Missing where the day of joining is not recorded. */
  readonly since?: PartialDay;
  readonly sinceCertainty?: Certainty;
  /** Whose signature it is: the service's own, or that of the company whose signature names it. */
  readonly signedBy: Service;
  /** How sure it is that this signature stood on the day. */
  readonly certainty: Certainty;
  readonly source: readonly string[];
  /** Set where nothing later confirms that it still stood on the day. */
  readonly confirmedUntil?: PartialDay;
  readonly note?: BothLanguages;
}

/** How a signature ended. */
export interface Ending {
  /** The last day: it still counts. */
  readonly until: string;
  readonly untilCertainty: Certainty;
  /** A `closure` is no withdrawal: the signatory ceased to exist. */
  readonly how: 'withdrawal' | 'closure';
  readonly source: readonly string[];
}

/**
 * What is recorded of a service under the Code on a day. None of these says "did not sign":
 * `no-record` is what we don't know, and `earlier-edition` that nothing is recorded for the
 * edition in force then.
 */
export type Standing =
  | { readonly kind: 'signatory'; readonly signature: Signature; readonly lastDay?: Ending }
  | { readonly kind: 'was'; readonly signature: Signature; readonly ending: Ending }
  | { readonly kind: 'earlier-edition'; readonly signature: Signature }
  | { readonly kind: 'no-record' };

interface Held {
  readonly stint: Stint;
  readonly signature: Signature;
}

/** The edition in force on a day: 2022 until 30 June 2025, the Code of Conduct from 1 July 2025. */
export function editionOn({ editions }: CodeCatalogue, day: string): Edition | undefined {
  return editions.findLast(({ from }) => from <= day);
}

/** How sure it is that the stint had begun by the day; `undefined` when it had not. */
function begunBy(stint: Stint, edition: Edition, day: string): Certainty | undefined {
  if (day < edition.from || (stint.after !== undefined && day <= stint.after)) return undefined;
  if (stint.recordedBy !== undefined && day >= lastDayOf(stint.recordedBy)) return 'high';
  if (stint.from === undefined) return 'low';
  if (day < firstDayOf(stint.from)) return undefined;
  return day >= lastDayOf(stint.from) ? stint.fromCertainty : 'low';
}

/** The stints of a signatory that speak for the service, with how sure that is. */
function* stintsFor(
  signatory: Signatory,
  service: Service,
): Generator<{ stint: Stint; certainty: Certainty; source: readonly string[] }> {
  for (const stint of signatory.stints) {
    if (signatory.service === service.id) {
      yield { stint, certainty: stint.certainty, source: stint.source };
      continue;
    }
    const cover = signatory.covers?.find(
      (one) => one.service === service.id && one.editions.includes(stint.edition),
    );
    if (cover) {
      yield { stint, certainty: worstOf(stint.certainty, cover.certainty), source: cover.source };
    }
  }
}

function heldOn(catalogue: CodeCatalogue, service: Service, day: string): readonly Held[] {
  const held: Held[] = [];
  const inForce = editionOn(catalogue, day);
  for (const signatory of catalogue.signatories) {
    const signedBy = catalogue.services.find(({ id }) => id === signatory.service);
    if (!signedBy) continue;
    for (const { stint, certainty, source } of stintsFor(signatory, service)) {
      const edition = catalogue.editions.find(({ id }) => id === stint.edition);
      const begun = edition && begunBy(stint, edition, day);
      if (begun === undefined) continue;
      const { from, fromCertainty, confirmedUntil } = stint;
      // After its last record it is believed, not known, to have stayed; that it signed is known.
      const isOld =
        confirmedUntil !== undefined && day > lastDayOf(confirmedUntil) && edition === inForce;
      const note = tellNotes(signatory.notes ?? [], day);
      const signature: Signature = {
        edition: stint.edition,
        signedBy,
        certainty: worstOf(certainty, begun, isOld ? 'medium' : 'high'),
        source,
        ...(from !== undefined && fromCertainty && { since: from, sinceCertainty: fromCertainty }),
        ...(isOld && { confirmedUntil }),
        ...(note && { note }),
      };
      held.push({ stint, signature });
    }
  }
  return held.sort((a, b) => a.stint.edition.localeCompare(b.stint.edition));
}

function endingOf({ to, toCertainty, ended, endSource }: Stint): Ending | undefined {
  if (to === undefined || !toCertainty || !ended || !endSource) return undefined;
  return { until: to, untilCertainty: toCertainty, how: ended, source: endSource };
}

/** Every signature that spoke for the service by the day, oldest edition first. */
export function signaturesBy(
  catalogue: CodeCatalogue,
  service: Service,
  day: string,
): readonly Signature[] {
  return heldOn(catalogue, service, day).map(({ signature }) => signature);
}

/**
 * Where a service stands under the Code on a day. A signature speaks for its signatory and for
 * the services that it names, never for whatever else the same company owns.
 *
 * The day of leaving still counts, as under Article 3(2)(b) of Regulation (EEC, Euratom)
 * No 1182/71 for periods in days, and because Twitter's exit became public late on 26 May 2023:
 * signatory on the 25th and, as its `lastDay`, on the 26th; `was` from the 27th.
 */
export function standingOn(catalogue: CodeCatalogue, service: Service, day: string): Standing {
  const latest = heldOn(catalogue, service, day).at(-1);
  if (!latest) return { kind: 'no-record' };
  const { signature, stint } = latest;
  const ending = endingOf(stint);
  if (ending && day > ending.until) return { kind: 'was', signature, ending };
  if (signature.edition !== editionOn(catalogue, day)?.id) {
    return { kind: 'earlier-edition', signature };
  }
  return ending && day === ending.until
    ? { kind: 'signatory', signature, lastDay: ending }
    : { kind: 'signatory', signature };
}
