import { type AnchorHTMLAttributes, useSyncExternalStore } from 'react'

const changed = 'akademi:address'

function listen(notify: () => void): () => void {
  window.addEventListener('popstate', notify)
  window.addEventListener(changed, notify)
  return () => {
    window.removeEventListener('popstate', notify)
    window.removeEventListener(changed, notify)
  }
}

/** The path of the page that is shown. */
export const usePath = (): string => useSyncExternalStore(listen, () => window.location.pathname)

/** Shows another page, without loading anything anew, from its top. */
export function go(path: string): void {
  window.history.pushState(null, '', path)
  window.dispatchEvent(new Event(changed))
  window.scrollTo(0, 0)
}

/** A link within the portal; opens in a new tab as any link does when asked to. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        go(href)
      }}
    />
  )
}
