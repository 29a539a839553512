import * as v from 'valibot';
import { parseJsonText } from '../../list/json-text.ts';
import { MAX_METADATA_BYTES } from '../../trust/client.ts';
import { showText } from '../show-text.ts';
import { UnconfirmedRepositoryError } from './errors.ts';
import { openPublished, type ReadPublished } from './read-published.ts';

const TIMESTAMP = 'metadata/timestamp.json';
const versionSchema = v.object({ signed: v.object({ version: v.pipe(v.number(), v.integer()) }) });

/** The version that a timestamp names; its signature is for readers to check. */
async function readTimestamp(read: ReadPublished) {
  const bytes = await read(TIMESTAMP, MAX_METADATA_BYTES.timestamp);
  const json = parseJsonText(bytes?.toString() ?? '');
  const parsed = v.safeParse(versionSchema, json.kind === 'value' ? json.value : undefined);
  return bytes && { bytes, version: parsed.success ? parsed.output.signed.version : undefined };
}

/**
 * Refuses to go on from a copy of a repository that is older than what readers are shown: versions
 * that they have seen are never taken again. A host that lies can only keep us from publishing, and
 * `--newer-than` can be left out.
 *
 * @throws UnconfirmedRepositoryError when the host has something newer or other, or nothing at all
 * @throws UsageError when it is neither an address nor a folder
 */
export async function refuseOlder(repoDir: string, host: string): Promise<void> {
  const [there, here] = [await openPublished(host), await openPublished(repoDir)];
  const [nameThere, nameHere] = [showText(host), showText(repoDir)];
  const refuse = (what: string, cure: string) =>
    new UnconfirmedRepositoryError(`${what}. Nothing was written; ${cure}.`);
  const copyBack = 'copy metadata/, targets/ and changelog.json back from there first';

  const theirs = await readTimestamp(there);
  if (!theirs) {
    const cure = 'name where the list is published, or leave out --newer-than the first time';
    throw refuse(`${nameThere} holds no ${TIMESTAMP}`, cure);
  }
  for (let version = 1; ; version++) {
    const name = `metadata/${version}.root.json`;
    const [root, own] = [
      await there(name, MAX_METADATA_BYTES.root),
      await here(name, MAX_METADATA_BYTES.root),
    ];
    if (!root) break;
    if (!own) throw refuse(`${nameThere} has ${name}, which ${nameHere} lacks`, copyBack);
    if (!own.equals(root)) {
      const cure = 'publish from the copy that readers follow';
      throw refuse(`${name} of ${nameThere} is another than that of ${nameHere}`, cure);
    }
  }
  const ours = await readTimestamp(here);
  if (ours?.bytes.equals(theirs.bytes)) return;
  const [newest, own] = [theirs.version ?? Number.POSITIVE_INFINITY, ours?.version ?? 0];
  // Of one version there are two: each was published from a copy that didn't know the other.
  if (newest < own) return;
  throw refuse(
    `${nameThere} has version ${theirs.version} of the timestamp and ${nameHere} ${newest === own ? 'another of the same version' : `version ${own}`}: readers would refuse what is published here`,
    copyBack,
  );
}
