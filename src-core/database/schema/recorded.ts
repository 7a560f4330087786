/** Columns every recorded table has; the writer fills them. */
export type Recorded = {
  id: string
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  rowVersion: number
  deletedAt: string | null
  origin: 'desktop' | 'portal' | 'import'
}
