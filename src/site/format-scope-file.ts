import { compareText } from '../list/canonical-json.ts';
import { isInForce, judgeState } from './entry-state.ts';
import type { PublicRelease } from './public-release.ts';
import { showPlain } from './show-plain.ts';

/** `hosts`: for readers that know hosts only; `all`: accounts and pages on shared hosts too. */
export type ScopeFileKind = 'hosts' | 'all';

/**
 * The scopes in force, one a line, sorted, `#` before what is for people: `domains.txt` and
 * `scopes.txt`. A scope that ended below one in force is named as an exception, since lines can't
 * say it.
 */
export function formatScopeFile(release: PublicRelease, kind: ScopeFileKind): string {
  const { list, today } = release;
  const inForce: string[] = [];
  const ended: string[] = [];
  let [left, lapses] = [0, ''];
  for (const entry of list.entries) {
    const isOn = isInForce(judgeState(entry, today));
    if (isOn && (lapses === '' || entry.reviewBy < lapses)) lapses = entry.reviewBy;
    for (const scope of entry.scopes) {
      if (!isOn) ended.push(scope);
      else if (kind === 'hosts' && scope.includes('/')) left += 1;
      else inForce.push(scope);
    }
  }
  const covering = new Set(inForce);
  const exceptions = ended.filter((scope) => hasParent(scope, covering)).sort(compareText);
  const { list: info, version, publishedOn } = list;
  const comments = [
    `${info.title.en} (${info.id}), version ${version}, published ${publishedOn}`,
    `Licence: ${info.licence}`,
    `In force on ${today}.${lapses === '' ? '' : ` The first of them lapses after ${lapses}: take this file afresh.`}`,
    'A host stands for itself and all its subdomains.',
    ...(kind === 'all' ? ['A host/path stands for that page and all pages below it.'] : []),
    ...(left > 0 ? [`${left} accounts and pages on shared hosts are in scopes.txt only.`] : []),
    'Listed means that published evidence meets the policy of the list, and nothing else.',
    ...exceptions.map((scope) => `Not in force, below a line that is: ${scope}`),
  ];
  const lines = comments.map((line) => `# ${showPlain(line)}`);
  return [...lines, ...inForce.sort(compareText).map(showPlain), ''].join('\n');
}

/** Whether a scope in force would cover this one: a parent host, or a path above. */
function hasParent(scope: string, covering: ReadonlySet<string>): boolean {
  const slash = scope.indexOf('/');
  let path = scope;
  while (path.includes('/')) {
    path = path.slice(0, path.lastIndexOf('/'));
    if (covering.has(path)) return true;
  }
  let host = slash < 0 ? scope : scope.slice(0, slash);
  while (host.includes('.')) {
    host = host.slice(host.indexOf('.') + 1);
    if (covering.has(host)) return true;
  }
  return false;
}
