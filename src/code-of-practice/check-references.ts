import type { Problem } from '../list/problem.ts';
import type { CodeCatalogue } from './code-catalogue.ts';
import { commitmentNumberOf } from './commitment.ts';
import { normaliseName } from './find-service.ts';
import type { Stint } from './signatory.ts';

function problem(file: string, field: string, what: string, cure: string): Problem {
  return { file: `code/${file}`, field, what, cure, level: 'form' };
}

/** Ids, numbers and days of the catalogue that contradict each other: all at once. */
export function checkReferences(catalogue: CodeCatalogue): readonly Problem[] {
  return [
    ...checkServices(catalogue),
    ...checkTexts(catalogue),
    ...checkChanges(catalogue),
    ...checkSignatories(catalogue),
    ...checkDsa(catalogue),
  ];
}

function* checkServices({ services }: CodeCatalogue): Generator<Problem> {
  const ids = new Set(services.map(({ id }) => id));
  const takenBy = new Map<string, string>();
  for (const [at, service] of services.entries()) {
    const field = `services[${at}]`;
    if (service.owner !== undefined && !ids.has(service.owner)) {
      yield problem(
        'services.json',
        `${field}.owner`,
        `no service is called "${service.owner}"`,
        'the id of a service in this file',
      );
    }
    // A domain and an exact host may be the same text: the exact one wins.
    const keys = [
      ...new Set([service.id, service.name, ...service.aliases].map(normaliseName)),
      ...service.domains.map((domain) => `*.${domain}`),
      ...(service.hosts ?? []),
    ];
    for (const key of keys) {
      const other = takenBy.get(key);
      if (other !== undefined) {
        const cure = 'a name or domain that leads to one service only';
        yield problem('services.json', field, `"${key}" also leads to ${other}`, cure);
      }
      takenBy.set(key, service.id);
    }
  }
}

function* checkTexts({ texts, roles, editions }: CodeCatalogue): Generator<Problem> {
  const known = new Set(roles.map(({ id }) => id));
  for (const text of texts) {
    const file = text.edition === '2022' ? 'commitments.json' : `commitments-${text.edition}.json`;
    const chapters = new Set(text.chapters.map(({ id }) => id));
    const numbers = new Set(text.commitments.map(({ number }) => number));
    const stated = editions.find(({ id }) => id === text.edition)?.commitments;
    if (stated !== numbers.size || text.commitments.length !== numbers.size) {
      const cure = `each of the ${stated ?? 'edition’s'} commitments once`;
      yield problem(file, 'commitments', `holds ${text.commitments.length} commitments`, cure);
    }
    for (const [at, { chapter, binds }] of text.commitments.entries()) {
      const field = `commitments[${at}]`;
      if (!chapters.has(chapter)) {
        yield problem(file, `${field}.chapter`, `no chapter "${chapter}"`, 'an id of "chapters"');
      }
      for (const role of binds.filter((id) => !known.has(id))) {
        yield problem(file, `${field}.binds`, `no role "${role}"`, 'an id in roles.json');
      }
    }
    for (const [at, { id, binds }] of text.measures.entries()) {
      const field = `measures[${at}]`;
      if (!numbers.has(commitmentNumberOf(id))) {
        const cure = 'a measure of a commitment of this edition';
        yield problem('measures.json', `${field}.id`, `no commitment has Measure ${id}`, cure);
      }
      for (const role of binds.filter((one) => !known.has(one))) {
        yield problem(
          'measures.json',
          `${field}.binds`,
          `no role "${role}"`,
          'an id in roles.json',
        );
      }
    }
  }
}

function* checkChanges({ changes, editions }: CodeCatalogue): Generator<Problem> {
  const file = 'changes-2025.json';
  const edition = editions.find(({ id }) => id === changes.edition);
  if (!edition) {
    const what = `no edition "${changes.edition}"`;
    yield problem(file, 'edition', what, 'an id in editions.json');
    return;
  }
  for (const [at, { commitments = [] }] of changes.changes.entries()) {
    const isThere = (one: number) =>
      Number.isInteger(one) && one >= 1 && one <= edition.commitments;
    for (const number of commitments.filter((one) => !isThere(one))) {
      const cure = `a number from 1 to ${edition.commitments}`;
      yield problem(file, `changes[${at}].commitments`, `no Commitment ${number}`, cure);
    }
  }
}

function* checkSignatories(catalogue: CodeCatalogue): Generator<Problem> {
  const file = 'signatories.json';
  const services = new Set(catalogue.services.map(({ id }) => id));
  const editions = new Set(catalogue.editions.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [at, signatory] of catalogue.signatories.entries()) {
    const field = `signatories[${at}]`;
    const named = [signatory.service, ...(signatory.covers ?? []).map(({ service }) => service)];
    const spoken = (signatory.subscriptions ?? []).map(({ service }) => service);
    for (const id of [...named, ...spoken].filter((one) => !services.has(one))) {
      yield problem(file, field, `no service is called "${id}"`, 'an id in services.json');
    }
    for (const id of spoken.filter((one) => !named.includes(one))) {
      const cure = 'a service that this signature names under "covers"';
      yield problem(file, `${field}.subscriptions`, `speaks for "${id}"`, cure);
    }
    if (seen.has(signatory.service)) {
      yield problem(
        file,
        field,
        `"${signatory.service}" is there twice`,
        'one record with all stints',
      );
    }
    seen.add(signatory.service);
    for (const [index, stint] of signatory.stints.entries()) {
      yield* checkStint(stint, editions, file, `${field}.stints[${index}]`);
    }
  }
}

function* checkStint(
  stint: Stint,
  editions: ReadonlySet<string>,
  file: string,
  field: string,
): Generator<Problem> {
  if (!editions.has(stint.edition)) {
    yield problem(file, `${field}.edition`, `no edition ${stint.edition}`, 'one of editions.json');
  }
  if (stint.from !== undefined && stint.fromCertainty === undefined) {
    yield problem(file, `${field}.fromCertainty`, 'is missing', 'how sure the first day is');
  }
  if (stint.to !== undefined && stint.from !== undefined && stint.to < stint.from) {
    yield problem(file, `${field}.to`, 'is before the first day', 'a day after "from"');
  }
  const endFields = [stint.to, stint.toCertainty, stint.ended, stint.endSource];
  const given = endFields.filter((value) => value !== undefined).length;
  if (given !== 0 && given !== endFields.length) {
    const cure = '"to", "toCertainty", "ended" and "endSource" together';
    yield problem(file, field, 'says only part of how it ended', cure);
  }
}

function* checkDsa({ dsa, services }: CodeCatalogue): Generator<Problem> {
  const ids = new Set(services.map(({ id }) => id));
  const lists = [
    ['designations', dsa.designations],
    ['underAssessment', dsa.underAssessment],
  ] as const;
  for (const [name, list] of lists) {
    for (const [at, { service }] of list.entries()) {
      if (!ids.has(service)) {
        const what = `no service is called "${service}"`;
        yield problem('dsa.json', `${name}[${at}].service`, what, 'an id in services.json');
      }
    }
  }
}
