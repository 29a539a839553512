import { access } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseJsonText } from '../list/json-text.ts';
import type { ListInfo } from '../list/list-info.ts';
import { readProductLists } from './product-lists.ts';
import { showText } from './show-text.ts';

const idSchema = v.object({ id: v.string() });

async function readProductId(): Promise<string | undefined> {
  const json = parseJsonText((await readProductLists()).get('list.json') ?? '');
  const parsed = v.safeParse(idSchema, json.kind === 'value' ? json.value : undefined);
  return parsed.success ? parsed.output.id : undefined;
}

async function hasListInfo(listsDir: string): Promise<boolean> {
  try {
    await access(join(listsDir, 'list.json'));
    return true;
  } catch {
    return false; // one that can't be read is a fault of form, and told as such
  }
}

/** A list as whose it is to be published. */
interface Identity {
  /** Its folder; without one it is the product's own. */
  readonly listsDir: string | undefined;
  readonly info: ListInfo;
  readonly repoDir: string;
  /** Whether nothing was published there before. */
  readonly isFirst: boolean;
}

/**
 * What readers would miss of a list, or take it for, in sentences. Whether it is the product's own is
 * known to its publisher alone, so that is asked once, while the id can still be changed.
 */
export async function describeIdentity(identity: Identity): Promise<readonly string[]> {
  const { listsDir, info, repoDir, isFirst } = identity;
  if (listsDir !== undefined && !(await hasListInfo(listsDir))) {
    return [
      `${showText(listsDir)} has no list.json, so the list is called "${info.id}" and names no publisher, contact or licence: write one, with an id, title, publisher, homePage and licence of your own.`,
    ];
  }
  const said: string[] = [];
  if (isFirst && info.id === (await readProductId())) {
    said.push(
      `"${info.id}" is the id of Demonitor’s own list. If this one is yours, write an id, title, publisher, homePage and licence of your own into its list.json, delete ${showText(repoDir)}, whose id stays, and publish again.`,
    );
  }
  if (info.homePage === undefined && info.publisher?.url === undefined) {
    said.push(
      'The list names no contact: give its list.json a homePage or a publisher.url, so that readers and those who are listed know whom to ask.',
    );
  }
  return said;
}
