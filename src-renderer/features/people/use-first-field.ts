import { useEffect } from 'react'

/** Puts the cursor into the first field of a form that has just been opened to be filled in. */
export function useFirstField(formId: string): void {
  useEffect(() => {
    document.getElementById(formId)?.querySelector('input')?.focus()
  }, [formId])
}
