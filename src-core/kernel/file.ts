import { z } from 'zod'

/** Largest file taken in: beyond it no office workbook goes, and the window sends it in one message. */
export const largestFile = 100 * 1024 * 1024

/** A file on its way in or out. */
export const fileSchema = z.instanceof(File)

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
