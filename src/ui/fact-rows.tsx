import type { ComponentChildren } from 'preact';

/** What it is, and how it stands; a fact that is not known is not shown. */
export type FactRow = readonly [name: string, value: ComponentChildren];

/** Facts, a line each. */
export function FactRows({ rows }: { readonly rows: readonly FactRow[] }) {
  return (
    <dl class="rows">
      {rows
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
