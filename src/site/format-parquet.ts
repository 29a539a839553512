import {
  ByteWriter,
  type ColumnSource,
  ParquetWriter,
  schemaFromColumnData,
} from 'hyparquet-writer';
import { type ListRow, ROW_COLUMNS } from './list-rows.ts';

/** Rows are taken in groups, so that only their written form is kept. */
const GROUP_ROWS = 20_000;

/** Rows as Parquet, with the columns of the CSV; what is not known is null. */
export function formatParquet(rows: Iterable<ListRow>): Uint8Array {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: toColumns([]) }),
    createdBy: 'demonitor',
  });
  let group: ListRow[] = [];
  const flush = (): void => {
    // Returns a promise for writers that wait only; a `ByteWriter` never does.
    void parquet.write({ columnData: toColumns(group), rowGroupSize: GROUP_ROWS });
    group = [];
  };
  for (const row of rows) {
    group.push(row);
    if (group.length === GROUP_ROWS) flush();
  }
  if (group.length > 0) flush();
  void parquet.finish();
  return writer.getBytes();
}

function toColumns(rows: readonly ListRow[]): ColumnSource[] {
  return ROW_COLUMNS.map(([name, kind]) => ({
    name,
    data: rows.map((row) => row[name] ?? null),
    type: kind === 'count' ? 'INT32' : 'STRING',
    nullable: kind === 'text',
  }));
}
