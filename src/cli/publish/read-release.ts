import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TargetFile } from '@tufjs/models';
import type { CompiledList } from '../../list/compiled-list.ts';
import { type Context, parseContext } from '../../list/context.ts';
import { showText } from '../show-text.ts';
import { BrokenRepositoryError } from './errors.ts';
import { hashBytes } from './metadata.ts';
import { locateTarget, type ReleaseTargets } from './release-targets.ts';

/** The text of a target, after every check of its bytes and of itself. */
async function readText(
  repoDir: string,
  target: TargetFile,
  { digest, bytes: length }: { readonly digest: string; readonly bytes: number },
): Promise<string> {
  const name = locateTarget(target);
  try {
    const packed = await readFile(join(repoDir, name));
    if (packed.length !== target.length) throw new Error('another length');
    if (hashBytes(packed) !== target.hashes['sha256']) throw new Error('another hash');
    const text = gunzipSync(packed, { maxOutputLength: length });
    if (hashBytes(text) !== digest) throw new Error('another digest');
    return text.toString();
  } catch (error) {
    const cure = 'restore it from a copy of what was published';
    throw new BrokenRepositoryError(
      `${name} in ${showText(repoDir)} is missing or not what was signed; ${cure}.`,
      { cause: error },
    );
  }
}

/**
 * The list of a release.
 *
 * @throws BrokenRepositoryError when its bytes are not those that were signed
 */
export async function readReleaseList(
  repoDir: string,
  { sources, facts }: ReleaseTargets,
): Promise<CompiledList> {
  const text = await readText(repoDir, sources, facts);
  // Signed by us, digest and all, when it was published: it was checked then, by the rules of then.
  const { entries, ...header } = JSON.parse(text) as Omit<CompiledList, 'setAside'>;
  return { ...header, entries, setAside: [] };
}

/**
 * The context of a release.
 *
 * @throws BrokenRepositoryError when its bytes are not those that were signed
 */
export async function readReleaseContext(
  repoDir: string,
  { context, contextFacts }: ReleaseTargets,
): Promise<Context> {
  const reading = parseContext(JSON.parse(await readText(repoDir, context, contextFacts)));
  if (reading.kind === 'context') return reading.context;
  const where = `${locateTarget(context)} in ${showText(repoDir)}`;
  throw new BrokenRepositoryError(`${where} is no context that this Demonitor reads.`);
}
