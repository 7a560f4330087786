import { workbookType } from '../kernel/file.ts'
import type { Ports } from '../kernel/ports.ts'
import type { WorkbookSpec } from '../kernel/workbook-spec.ts'

/** Writes a workbook under the name the officer will see among the downloads. */
export async function workbookFile(ports: Ports, spec: WorkbookSpec, name: string): Promise<File> {
  const bytes = await ports.writeWorkbook(spec)
  return new File([new Uint8Array(bytes)], `${name}.xlsx`, { type: workbookType })
}
