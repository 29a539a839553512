/** A finding of web-ext's linter; it has more fields. */
export interface LintFinding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

export interface LintReport {
  readonly errors: readonly LintFinding[];
  readonly warnings: readonly LintFinding[];
  readonly notices: readonly LintFinding[];
}

/** Preact sets `innerHTML` for `dangerouslySetInnerHTML`, which nothing of ours uses. */
function isKnown({ code, file = '' }: LintFinding): boolean {
  return code === 'UNSAFE_VAR_ASSIGNMENT' && /^assets\/preact-[^/]+\.js$/.test(file);
}

/** What is wrong with a package by its report: all findings but the one warning that is known. */
export function judgeLint({ errors, warnings, notices }: LintReport): readonly string[] {
  const known = warnings.filter(isKnown);
  const others = [...errors, ...warnings.filter((each) => !isKnown(each)), ...notices];
  const faults = [...others, ...known.slice(1)].map(
    ({ code, message, file, line }) => `${code} ${file ?? ''}:${line ?? ''} ${message}`,
  );
  if (known.length > 0) return faults;
  return [...faults, "preact's innerHTML warning is gone: expect none in tools/judge-lint.ts"];
}
