import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodeCatalogue } from '../../src/code-of-practice/code-catalogue.ts';
import { parseCodeCatalogue } from '../../src/code-of-practice/parse-code-catalogue.ts';

const FOLDER = new URL('../../lists/code/', import.meta.url);

/** The files of `lists/code/` as the parser takes them; a fresh copy for each test to break. */
export function readCodeFiles(): Record<string, unknown> {
  const names = readdirSync(fileURLToPath(FOLDER));
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))]),
  );
}

/** The real catalogue; throws with the problems if it has any. */
export function readCatalogue(): CodeCatalogue {
  const reading = parseCodeCatalogue(readCodeFiles());
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems, null, 2));
  return reading.catalogue;
}
