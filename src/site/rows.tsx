import type { ComponentChildren } from 'preact';

/** A heading's facts, name against value. */
export function Rows({ children }: { readonly children: ComponentChildren }) {
  return <dl class="rows">{children}</dl>;
}

interface RowProps {
  readonly name: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One fact. */
export function Row({ name, children }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
