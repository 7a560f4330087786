/**
 * Leads to the first field whose text could not be read, and says whether there is one. Such a field counts as empty or unchanged;
 * sending the form would erase what stood there or drop what was typed.
 */
export function leadToUnread(form: HTMLElement): boolean {
  const unread = form.querySelector<HTMLElement>('[data-unread]')
  // Left once more, it says what is wrong with it.
  unread?.blur()
  unread?.focus()
  return unread !== null
}
