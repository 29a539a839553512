interface Props {
  readonly message: string;
  readonly action: string;
  readonly press: () => void;
}

/** One sentence and the one thing to do about it. */
export function PlainPanel({ message, action, press }: Props) {
  return (
    <div class="label">
      <p>{message}</p>
      <button type="button" onClick={press}>
        {action}
      </button>
    </div>
  );
}
