/** Text from a file or a pipe, made unable to steer the terminal or to turn a line around. */
export function showText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
