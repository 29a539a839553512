interface Props {
  /** Of the field in its form; unique on the page. */
  readonly name: string;
  readonly label: string;
  /** What is wrong with what was sent, and what would be right. */
  readonly problem: string | undefined;
}

/** A line to type addresses and the like in, with what is wrong with it said at its place. */
export function TextField({ name, label, problem }: Props) {
  return (
    <div class="text-field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${name}-problem`}
      />
      {problem !== undefined && (
        <p id={`${name}-problem`} class="caution">
          {problem}
        </p>
      )}
    </div>
  );
}
