import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { parseFollowLink } from '../../src/messages/parse-follow-link.ts';
import { runCommand } from '../support/list-files.ts';
import { makeFolder } from '../support/list-folder.ts';
import { publishTestList, publishVersions } from '../support/publish-list.ts';
import { makeKeyFolder } from '../support/test-key-folder.ts';

test('serves a repository until it is interrupted, and exits with 0', async () => {
  const repoDir = makeFolder();
  const { rootDigest } = await publishTestList(repoDir);
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'list', 'serve', repoDir, '--json'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [line] = await once(child.stdout, 'data');
  const { url, port, root, link } = JSON.parse(String(line));
  expect(url).toBe(`http://127.0.0.1:${port}/`);
  expect(root).toBe(rootDigest);
  expect(parseFollowLink(link)).toEqual({ address: url, rootDigest });
  expect((await fetch(`${url}metadata/timestamp.json`)).status).toBe(200);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 60_000);

test('says that a port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => {
    other.close();
  });
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const repoDir = await publishVersions(1);
  const { code, err } = await runCommand(['list', 'serve', repoDir, '--port', `${port}`]);
  expect({ code, err: err[0] }).toEqual({
    code: 2,
    err: `Port ${port} is taken; name another, or none for a free one.`,
  });
});

test('serves no folder in which nothing is published', async () => {
  const folder = await makeKeyFolder();
  const { code, err } = await runCommand(['list', 'serve', folder]);
  expect({ code, err: err[0] }).toEqual({
    code: 2,
    err: `Nothing is published in ${folder}: it has no metadata/1.root.json; name the folder that "demonitor list publish" wrote.`,
  });
});

test.each([
  [[], 'Which repository?'],
  [['one', 'two'], 'One repository at a time, not also two.'],
  [['nowhere'], 'There is no folder nowhere.'],
  [['.', '--port', '65536'], '--port "65536" is no port: a number up to 65535.'],
  [['.', '--port', '-1'], '--port'],
])('refuses %j', async (args, words) => {
  const { code, err } = await runCommand(['list', 'serve', ...args]);
  expect(code).toBe(2);
  expect(err[0]).toContain(words);
});
