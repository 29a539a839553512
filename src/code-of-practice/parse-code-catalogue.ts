import * as v from 'valibot';
import type { Problem } from '../list/problem.ts';
import { checkReferences } from './check-references.ts';
import { type CodeCatalogue, changesFileSchema, type EditionText } from './code-catalogue.ts';
import { commitmentsFileSchema, measuresFileSchema, rolesFileSchema } from './commitment.ts';
import { dsaFileSchema } from './dsa.ts';
import { editionsFileSchema } from './edition.ts';
import { lawsFileSchema } from './law.ts';
import { servicesFileSchema } from './service.ts';
import { signatoriesFileSchema } from './signatory.ts';

export type CodeReading =
  | { readonly kind: 'catalogue'; readonly catalogue: CodeCatalogue }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Path of a file of the Code below the list folder, as problems name it. */
function pathOf(name: string): string {
  return `code/${name}`;
}

/** `stints[0].from`, from the keys that lead there. */
function formatField(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** The messages of our schemas are cures; valibot itself says what came instead. */
function describeIssue(name: string, issue: v.BaseIssue<unknown>): Problem {
  const isMissing = issue.received === 'undefined';
  return {
    file: pathOf(name),
    field: formatField(issue),
    what: isMissing ? 'is missing' : `${issue.received} will not do`,
    cure: isMissing && issue.message.startsWith('Invalid') ? 'add it' : issue.message,
    level: 'form',
  };
}

/**
 * Reads the files of `lists/code/`, given as file name → parsed JSON, such as
 * `{'editions.json': …}`. Files it doesn't know are left to newer readers. Returns a catalogue
 * whose references all lead somewhere, or every problem at once.
 */
export function parseCodeCatalogue(files: Readonly<Record<string, unknown>>): CodeReading {
  const problems: Problem[] = [];

  function parse<Schema extends v.GenericSchema>(
    name: string,
    schema: Schema,
  ): v.InferOutput<Schema> | undefined {
    const value = files[name];
    if (value === undefined) {
      const cure = `add ${name}, or take it from Demonitor’s own list`;
      problems.push({ file: pathOf(name), field: '', what: 'is missing', cure, level: 'form' });
      return undefined;
    }
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    problems.push(...parsed.issues.map((issue) => describeIssue(name, issue)));
    return undefined;
  }

  const editions = parse('editions.json', editionsFileSchema);
  const text2018 = parse('commitments-2018.json', commitmentsFileSchema);
  const text2022 = parse('commitments.json', commitmentsFileSchema);
  const measures = parse('measures.json', measuresFileSchema);
  const roles = parse('roles.json', rolesFileSchema);
  const changes = parse('changes-2025.json', changesFileSchema);
  const services = parse('services.json', servicesFileSchema);
  const signatories = parse('signatories.json', signatoriesFileSchema);
  const dsa = parse('dsa.json', dsaFileSchema);
  const laws = parse('laws.json', lawsFileSchema);
  if (!editions || !text2018 || !text2022 || !measures || !roles || !changes || !services) {
    return { kind: 'problems', problems };
  }
  if (!signatories || !dsa || !laws) return { kind: 'problems', problems };

  const texts: EditionText[] = [text2018, text2022].map((text) => ({
    ...text,
    measures: text.edition === measures.edition ? measures.measures : [],
  }));
  const catalogue: CodeCatalogue = {
    known: signatories.known,
    editions: editions.editions.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    texts,
    roles: roles.roles,
    changes,
    services: services.services,
    signatories: signatories.signatories,
    dsa,
    laws: laws.laws,
  };
  const broken = checkReferences(catalogue);
  if (broken.length > 0) return { kind: 'problems', problems: broken };
  return { kind: 'catalogue', catalogue };
}
