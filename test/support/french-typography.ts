/**
 * Whether a French text leaves the norm of the Imprimerie nationale: a narrow no-break space before
 * `;`, `!` and `?`, a full one before `:` and inside quotation marks, apostrophes that are curved.
 * `\u00ab\u00a0Liste\u00a0\u00bb\u00a0: oui\u202f!` keeps it.
 */
export function breaksFrenchTypography(text: string): boolean {
  const bare = text.replace(/https?:\/\/\S*/g, '');
  return /['"]|\.\.\.|(?<!\u202f)[;!?]|(?<!\u00a0)[:»]|«(?!\u00a0)/.test(bare);
}
