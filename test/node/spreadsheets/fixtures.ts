import { readFileSync } from 'node:fs'

/** A workbook of `test/fixtures/workbooks`; ATTRIBUTION.md there says where each comes from. */
export const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/workbooks/${name}`, import.meta.url))
