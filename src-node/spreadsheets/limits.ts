/**
 * What a file may cost before it is refused. A TNA workbook of 100,000 lines is 6 MB, 46 MB inflated at 8:1, 1.5 million
 * cells; the limits leave an order of magnitude above that and stay below what one worker can hold.
 */
export const limits = {
  /** Mail servers stop at 25 to 50 MB; nobody sends a longer table. */
  fileBytes: 100 * 2 ** 20,
  /** 135 sheets with their comments, drawings and relations are some 600 parts. */
  entries: 10_000,
  /** A million rows of fourteen formatted empty cells come to 415 MB. */
  inflatedBytes: 600 * 2 ** 20,
  /** Ordinary sheets are at 8:1, formatted empty rows at 14:1, a bomb at 200:1 or more. */
  ratio: 100,
  /** Below this a high ratio does no harm, and small repetitive files are common. */
  ratioFreeBytes: 32 * 2 ** 20,
  /** Shared strings, and whatever is given to the general library, are held in memory as a whole. */
  heldBytes: 128 * 2 ** 20,
  sheets: 1_000,
  /** Excel's own last row and column. */
  rows: 1_048_576,
  columns: 16_384,
  /** Cell places over all sheets, counting the empty ones left of a value. */
  cells: 16_000_000,
  /** A quoted text that runs on for longer has lost its closing quote. */
  quotedCharacters: 1_000_000,
  merges: 200_000,
} as const

/** How long a worker may take; the slowest legal file (300 MB through the general library) needs about 20 s. */
export const deadlineMs = 120_000

/** Heap of a reading worker. */
export const workerHeapMb = 1_024
