import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../support/list-folder.ts';
import { publishTestList, publishVersions, withScopes } from '../../support/publish-list.ts';

test('goes on where a process was stopped, and waits for one that still runs', async () => {
  const repoDir = await publishVersions(1);
  const other = makeFolder();
  cpSync(repoDir, other, { recursive: true });
  // Process numbers end far below: https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html
  writeFileSync(join(repoDir, '.publish-lock'), `999999999 ${hostname()} 2026-11-25T10:00:00Z\n`);
  expect((await publishTestList(repoDir, withScopes('new.test'))).version).toBe(2);
  writeFileSync(
    join(other, '.publish-lock'),
    `${process.pid} ${hostname()} 2026-11-25T10:00:00Z\n`,
  );
  await expect(publishTestList(other, withScopes('new.test'))).rejects.toThrow(
    `Another publish is at work in ${other}: process ${process.pid}`,
  );
});

test('lets one of two publishes at once succeed and turns the other away', async () => {
  const repoDir = await publishVersions(1);
  const both = await Promise.allSettled([
    publishTestList(repoDir, withScopes('one.test')),
    publishTestList(repoDir, withScopes('two.test')),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(readdirSync(repoDir)).not.toContain('.publish-lock');
});
