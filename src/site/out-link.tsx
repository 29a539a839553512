import type { ComponentChildren } from 'preact';

interface Props {
  readonly href: string;
  readonly children: ComponentChildren;
  /** Further relations, such as `license`. */
  readonly rel?: string;
}

/** A link out of the site, which tells the other side nothing; plain text where it is no web address. */
export function OutLink({ href, children, rel }: Props) {
  // The reader of lists refuses other schemes; whoever calls with an unread list is safe too.
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return <span>{children}</span>;
  const relations = ['noreferrer noopener nofollow', ...(rel === undefined ? [] : [rel])];
  return (
    <a href={href} rel={relations.join(' ')}>
      {children}
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}
