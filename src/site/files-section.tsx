import type { SitePage } from './site-page.ts';
import type { SiteKey } from './texts/en.ts';

const FILES: readonly (readonly [string, SiteKey])[] = [
  ['domains.txt', 'file_domains'],
  ['scopes.txt', 'file_scopes'],
  ['list.csv', 'file_csv'],
  ['list.parquet', 'file_parquet'],
  ['list.json', 'file_json'],
  ['organisations.json', 'file_organisations'],
  ['changelog.json', 'file_changelog_json'],
  ['changelog.atom', 'file_changelog_atom'],
];

/** The exports, each with what it is for. */
export function FilesSection({ page }: { readonly page: SitePage }) {
  const { text, toFile, release } = page;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{text.tell('files_heading')}</h2>
      <p>{text.tell('files_text', { day: text.day(release.today) })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.tell('file_name')}</th>
            <th scope="col">{text.tell('file_holds')}</th>
          </tr>
        </thead>
        <tbody>
          {FILES.map(([file, key]) => (
            <tr key={file}>
              <th scope="row">
                <a href={toFile(file)}>{file}</a>
              </th>
              <td>{text.tell(key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
