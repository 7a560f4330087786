/** Hands bytes over as a download. */
export function saveFile({ bytes, name }: { readonly bytes: Blob; readonly name: string }): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
