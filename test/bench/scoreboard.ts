/** Collects what was reached beside what was promised. */
export class Scoreboard {
  readonly #lines: string[] = [];
  #missed = 0;

  /** An undefined value is one that couldn't be measured: it is said, and doesn't count. */
  atLeast(what: string, value: number | undefined, target: number): void {
    this.#note(what, value, value === undefined || value >= target, `≥ ${target}`);
  }

  atMost(what: string, value: number, target: number): void {
    this.#note(what, value, value <= target, `≤ ${target}`);
  }

  /** Prints all lines; true when nothing was missed. */
  report(): boolean {
    console.log(`\n${this.#lines.join('\n')}`);
    console.log(this.#missed === 0 ? 'all targets met' : `${this.#missed} targets missed`);
    return this.#missed === 0;
  }

  #note(what: string, value: number | undefined, isMet: boolean, target: string): void {
    if (!isMet) this.#missed++;
    const shown = value === undefined ? 'not measured' : String(Number(value.toFixed(2)));
    this.#lines.push(`${isMet ? 'met   ' : 'MISSED'} ${what}: ${shown} (${target})`);
  }
}
