import { UsageError } from './errors.ts';
import { followLinks, isInside } from './follow-links.ts';
import { showText } from './show-text.ts';

/**
 * Publishing writes and deletes files, also a `list.json`: it has a folder of its own, whatever links
 * lead there, that neither lies in the list's nor around it.
 *
 * @throws UsageError when it is otherwise
 */
export async function refuseListsInside(repoDir: string, listsDir: string): Promise<void> {
  const [repo, lists] = await Promise.all([repoDir, listsDir].map(followLinks));
  if (repo === undefined || lists === undefined) return;
  if (!isInside(repo, lists) && !isInside(lists, repo)) return;
  const [out, own] = [showText(repoDir), showText(listsDir)];
  let how = `lies in ${own}`;
  if (repo === lists) how = `is the folder of the list itself`;
  else if (isInside(lists, repo)) how = `contains ${own}`;
  throw new UsageError(
    `${out} ${how}, whose files a publish would overwrite: name another folder with --out.`,
  );
}
