/** Whether a file's name ends in one of `.xlsx,.csv`; everything passes an empty list. */
export function isAccepted(fileName: string, accept: string): boolean {
  const endings = accept
    .split(',')
    .map((ending) => ending.trim().toLowerCase())
    .filter((ending) => ending !== '')
  const name = fileName.toLowerCase()
  return endings.length === 0 || endings.some((ending) => name.endsWith(ending))
}

/** `1,4 MB`, with the decimal comma of the language. */
export function fileSize(bytes: number, language: 'tr' | 'en'): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10))
  const amount = bytes / 1024 ** power
  const number = new Intl.NumberFormat(language === 'tr' ? 'tr-TR' : 'en-GB', {
    maximumFractionDigits: power === 0 || amount >= 100 ? 0 : 1,
  }).format(amount)
  return `${number} ${units[power]}`
}
