// Rows as they come from a spreadsheet: columns by tabs, lines by line ends.

export type PastedLine = { sku: string; name: string; quantity: string; price: string };

/** The lines of a pasted table; nothing when the text is no table, so that it is pasted as text. */
export function parseRows(text: string): PastedLine[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  if (rows.length === 0 || !rows.some((cells) => cells.length >= 2)) return [];
  const lines = rows.map(lineOf);
  // The first row of a table often names its columns.
  const isHeading = lines.length > 1 && !/\d/.test(lines[0]!.quantity) && !/\d/.test(lines[0]!.price);
  return isHeading ? lines.slice(1) : lines;
}

function lineOf(cells: string[]): PastedLine {
  const [sku = '', name = '', third = '', fourth = ''] = cells;
  const quantity = third.replace(/\s/g, '');
  return { sku, name: name || sku, quantity: quantity || '1', price: fourth.replace(/[^\d.,'’-]/g, '') };
}
