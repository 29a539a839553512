import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseJsonText } from '../../list/json-text.ts';
import type { PublicFile, PublicRelease } from '../../site/public-release.ts';
import { showText } from '../show-text.ts';
import type { WriteFile } from '../write-durably.ts';
import type { PlannedFile } from './build-metadata.ts';
import { CHANGELOG_FILE } from './changelog.ts';
import { BrokenRepositoryError } from './errors.ts';
import { type WrittenFile, writeInOrder } from './write-in-order.ts';

/** Makes the public pages of a release. */
export type RenderPages = (release: PublicRelease) => Iterable<PublicFile>;

/** The pages of the last publish: one that is made no longer, as of a removed entry, must go. */
export const PAGES_FILE = 'pages.json';
/** The same as published here. It stays at home, so that a release copied over leaves it as it is. */
const OWN_PAGES_FILE = '.publish-pages.json';
const pagesSchema = v.object({ format: v.literal(1), pages: v.array(v.string()) });

const OWN = ['metadata', 'targets', CHANGELOG_FILE, PAGES_FILE];

function mayBePage(path: string): boolean {
  const parts = path.split('/');
  return (
    parts.every((part) => part !== '' && !part.startsWith('.') && !/[\\\p{Cc}:]/u.test(part)) &&
    !OWN.includes(parts[0] ?? '')
  );
}

async function readNames(path: string): Promise<readonly string[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  const json = parseJsonText(text);
  const parsed = v.safeParse(pagesSchema, json.kind === 'value' ? json.value : undefined);
  if (parsed.success && parsed.output.pages.every(mayBePage)) return parsed.output.pages;
  const cure =
    'Put it back from a copy; or delete it and the pages, which is all but metadata/, targets/ and changelog.json, and they are written anew';
  throw new BrokenRepositoryError(`${showText(path)} is damaged. ${cure}.`);
}

/** One at a time: all pages of a large list together are more than fits into memory. */
function* readContents(pages: readonly PublicFile[]): Generator<PlannedFile> {
  for (const page of pages) yield { path: page.path, content: Buffer.from(page.content) };
}

/**
 * The pages of the release that is there; none where there is none.
 *
 * @throws BrokenRepositoryError when their names are damaged
 */
export function readPages(repoDir: string): Promise<readonly string[]> {
  return readNames(join(repoDir, PAGES_FILE));
}

/**
 * Those and the pages that a publish here wrote before another release was copied over it.
 *
 * @throws as `readPages`
 */
export async function readWrittenPages(repoDir: string): Promise<readonly string[]> {
  const files = [PAGES_FILE, OWN_PAGES_FILE].map((name) => readNames(join(repoDir, name)));
  return [...new Set((await Promise.all(files)).flat())];
}

/** The pages that are to be written, their contents yet to be made. */
export function planPages(pages: Iterable<PublicFile>): readonly PublicFile[] {
  const planned = [...pages];
  for (const { path } of planned) {
    if (!mayBePage(path)) throw new RangeError(`No page may lie at ${path}.`);
  }
  return planned;
}

/** Writes pages beside a release in force, and takes away those of before that it no longer has. */
export async function writePages(
  repoDir: string,
  before: readonly string[],
  planned: readonly PublicFile[],
  write: WriteFile,
): Promise<readonly WrittenFile[]> {
  const now = new Set(planned.map(({ path }) => path));
  const writeNames = (paths: Iterable<string>) => {
    const text = JSON.stringify({ format: 1, pages: [...new Set(paths)].sort() });
    const content = Buffer.from(`${text}\n`);
    const files = [OWN_PAGES_FILE, PAGES_FILE].map((path) => ({ path, content }));
    return writeInOrder(repoDir, files, write);
  };
  // First the names of old and new, so that whatever breaks off, the next publish knows them all.
  await writeNames([...before, ...now]);
  const written = await writeInOrder(repoDir, readContents(planned), write);
  for (const path of before) {
    if (!now.has(path)) await rm(join(repoDir, path), { force: true });
  }
  await writeNames(now);
  return written;
}
