/**
 * Chosen rows. `all` means every row of the view, also those that were never loaded, except `ids`; otherwise exactly
 * `ids`.
 */
export type Selection = { readonly all: boolean; readonly ids: readonly string[] }

export const noSelection: Selection = { all: false, ids: [] }

/** How many rows are chosen of a list of `total`. */
export const selectedCount = (selection: Selection, total: number): number =>
  selection.all ? Math.max(0, total - selection.ids.length) : selection.ids.length

export const isSelected = (selection: Selection, id: string): boolean => selection.ids.includes(id) !== selection.all
