/** Rows of one of our own CSV files (commas, quotes, a header) as records by header. */
export function sampleRows(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = csv
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter(Boolean)
    .map(fieldsOf)
  return rows.map((row) => Object.fromEntries((header ?? []).map((name, at) => [name, row[at] ?? ''])))
}

function fieldsOf(line: string): readonly string[] {
  const fields: string[] = []
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
  }
  return fields
}
