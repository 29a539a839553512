import type { CodeCatalogue } from '../code-of-practice/code-catalogue.ts';
import { type DsaStatus, dutyArticles } from '../code-of-practice/designation-on.ts';
import type { Certainty } from '../code-of-practice/fields.ts';
import type { Signature, Standing } from '../code-of-practice/standing-on.ts';
import type { ServiceStatus } from '../code-of-practice/status-on.ts';

function endingOf(standing: Standing) {
  if (standing.kind === 'was') return standing.ending;
  return standing.kind === 'signatory' ? standing.lastDay : undefined;
}

/** `null` where there is nothing to verify. */
function isHigh(certainty: Certainty | undefined): boolean | null {
  return certainty === undefined ? null : certainty === 'high';
}

function signatureToJson({ edition, since, sinceCertainty, ...rest }: Signature): object {
  const { signedBy, certainty, source } = rest;
  const signer = { id: signedBy.id, name: signedBy.name };
  return {
    edition,
    since: since ?? null,
    sinceVerified: isHigh(sinceCertainty),
    signedBy: signer,
    certainty,
    source,
  };
}

function codeToJson({ standing, signatures, demonetisation }: ServiceStatus): object {
  const signature = standing.kind === 'no-record' ? undefined : standing.signature;
  const ending = endingOf(standing);
  const signedBy = signature?.signedBy;
  return {
    kind: standing.kind,
    edition: signature?.edition ?? null,
    since: signature?.since ?? null,
    until: ending?.until ?? null,
    untilVerified: isHigh(ending?.untilCertainty),
    ended: ending?.how ?? null,
    signedBy: signedBy ? { id: signedBy.id, name: signedBy.name } : null,
    certainty: signature?.certainty ?? null,
    verified: isHigh(signature?.certainty),
    source: [...(ending?.source ?? []), ...(signature?.source ?? [])],
    note: signature?.note?.en ?? null,
    signatures: signatures.map(signatureToJson),
    demonetisation: demonetisation.map((one) => ({
      commitment: one.commitment,
      subscribed: one.answer === 'unknown' ? null : one.answer === 'yes',
      measures: one.measures ?? null,
      reported: one.reported ?? null,
      certainty: one.certainty ?? null,
      verified: isHigh(one.certainty),
      source: one.source ?? [],
      note: one.note?.en ?? null,
      covers: one.covers ?? null,
    })),
  };
}

/** Whether duties of a very large service are, or will be, asked of it. */
function hasDuties({ kind }: DsaStatus): boolean {
  return ['designated', 'duties-unknown', 'duties-apply', 'ending'].includes(kind);
}

function dsaToJson(catalogue: CodeCatalogue, { dsa, day }: ServiceStatus): object {
  const designation = 'designation' in dsa ? dsa.designation : undefined;
  const fact = designation ?? ('assessment' in dsa ? dsa.assessment : undefined);
  return {
    kind: dsa.kind,
    size: fact?.kind ?? null,
    provider: designation?.provider ?? null,
    designated: designation?.designated ?? null,
    dutiesFrom: designation?.dutiesFrom ?? null,
    dutiesVerified: isHigh(designation?.dutiesCertainty),
    ended: designation?.ended ?? null,
    endedVerified: isHigh(designation?.endCertainty),
    certainty: fact?.certainty ?? null,
    verified: isHigh(fact?.certainty),
    source: [
      ...(fact?.source ?? []),
      ...(designation?.dutiesSource ?? []),
      ...(designation?.endSource ?? []),
    ],
    articles: hasDuties(dsa)
      ? dutyArticles(catalogue, day).map(({ article, title, summary, source }) => ({
          article,
          title: title.en,
          summary: summary.en,
          source,
        }))
      : [],
  };
}

/** The object of `code status --json`; its keys and their order are relied upon. */
export function statusToJson(
  catalogue: CodeCatalogue,
  input: string,
  status: ServiceStatus,
): object {
  const { service, edition, day, known, relatives } = status;
  return {
    input,
    on: day,
    known,
    service: service
      ? { id: service.id, name: service.name, kind: service.kind, owner: service.owner ?? null }
      : null,
    edition: edition?.id ?? null,
    code: codeToJson(status),
    related: relatives.map(({ relation, service: { id, name }, standing }) => ({
      relation,
      id,
      name,
      kind: standing.kind,
      edition: standing.kind === 'no-record' ? null : standing.signature.edition,
      signedBy: standing.kind === 'no-record' ? null : standing.signature.signedBy.id,
    })),
    dsa: dsaToJson(catalogue, status),
  };
}
