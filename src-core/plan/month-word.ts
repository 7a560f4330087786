import { formatLongDate } from '../kernel/dates.ts'

/** The name of a month, 1 to 12. */
export const monthWord = (month: number, language: 'tr' | 'en'): string =>
  formatLongDate(`2027-${String(month).padStart(2, '0')}-01`, language).split(' ')[1] ?? ''
