/** Puts a file from the service into the downloads of the officer's computer. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser reads the address after this turn; it needs no longer than a moment.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
