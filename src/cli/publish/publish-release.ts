import { join } from 'node:path';
import type { Problem } from '../../list/problem.ts';
import { compileFolder } from '../compile-folder.ts';
import { describeIdentity } from '../describe-identity.ts';
import { BrokenListError } from '../errors.ts';
import { nameList } from '../load-list.ts';
import { refuseKeysInside } from '../refuse-keys-inside.ts';
import { refuseListsInside } from '../refuse-lists-inside.ts';
import {
  type KeyFolder,
  type KeySeal,
  openKeyFolder,
  writeKeyRing,
} from '../signing/key-folder.ts';
import { checkAsReader } from './check-as-reader.ts';
import {
  type PublishedRelease,
  type PublishOptions,
  publishCompiled,
  renewRelease,
} from './publish-compiled.ts';

/** What publishing a folder with the keys of another needs. */
export interface ReleaseOptions extends Omit<PublishOptions, 'keys'> {
  /** A folder shaped like `lists/`; without it, the product's own list. */
  readonly listsDir?: string | undefined;
  readonly keysDir: string;
  readonly seal: KeySeal;
  /** The ISO day of publication, if it is a new version. */
  readonly today: string;
}

/** What was published, and where the list doesn't meet the policy. */
export interface ReleaseResult extends PublishedRelease {
  readonly warnings: readonly Problem[];
}

async function keepRing(keys: KeyFolder, release: PublishedRelease): Promise<readonly string[]> {
  if (release.ring === keys.ring) return [];
  const file = join(keys.name, 'keys.json');
  const what = `The repository had newer keys than ${file}, signed by the older ones`;
  try {
    await writeKeyRing(keys.dir, release.ring);
    return [`${what}: it knows them now.`];
  } catch {
    // The release is in force, and the next publish learns the same keys again.
    return [`${what}, and the file can’t be written.`];
  }
}

/**
 * Compiles a folder and publishes it with the keys of another.
 *
 * @throws BrokenListError with every fault of form, UsageError when the folders lie in one another, and
 *   as `publishCompiled`
 */
export async function publishRelease(options: ReleaseOptions): Promise<ReleaseResult> {
  const { listsDir, keysDir, seal, today, ...rest } = options;
  await refuseKeysInside(rest.repoDir, keysDir);
  if (listsDir !== undefined) await refuseListsInside(rest.repoDir, listsDir);
  const keys = await openKeyFolder(keysDir, seal);
  const { warnings, ...content } = await compileFolder(listsDir, { today });
  const problems = checkAsReader(content);
  if (problems.length > 0) throw new BrokenListError(nameList(listsDir), problems);
  const release = await publishCompiled({ ...rest, ...content, keys });
  const identity = await describeIdentity({
    ...{ listsDir, repoDir: rest.repoDir, info: content.compiled.list },
    isFirst: release.isNew && release.version === 1,
  });
  const notices = [...identity, ...release.notices, ...(await keepRing(keys, release))];
  return { ...release, notices, warnings };
}

/** Renews what is published with the keys of a folder; the list is not asked. */
export async function renewWithFolder({
  keysDir,
  seal,
  ...rest
}: Omit<ReleaseOptions, 'listsDir' | 'today'>): Promise<PublishedRelease> {
  await refuseKeysInside(rest.repoDir, keysDir);
  const keys = await openKeyFolder(keysDir, seal);
  const release = await renewRelease({ ...rest, keys });
  return { ...release, notices: [...release.notices, ...(await keepRing(keys, release))] };
}
