import { expect, test } from 'vitest';
import { hashBytes } from '../../../src/cli/publish/metadata.ts';
import { entry } from '../../support/list-files.ts';
import { makeFolder } from '../../support/list-folder.ts';
import { followIndependently, publishTestList } from '../../support/publish-list.ts';

/** Lists that differ in one scope. */
const withScopes = (...scopes: string[]) => ({ 'example-truth': entry({ scopes }) });

test('publishes ten releases that tuf-js takes one after the other', async () => {
  const repoDir = makeFolder();
  const scopes: string[] = [];
  let client: Awaited<ReturnType<typeof followIndependently>> | undefined;
  for (let version = 1; version <= 10; version++) {
    scopes.push(`example-${version}.test`);
    const release = await publishTestList({ repoDir, entries: withScopes(...scopes) });
    expect(release).toMatchObject({ version, isNew: true });
    client ??= await followIndependently(repoDir);
    const { version: taken, sources } = await client.update();
    expect(taken).toBe(version);
    expect(release.files.map(({ path }) => path)).toContain(
      `targets/${hashBytes(sources)}.sources.bin`,
    );
  }
});
