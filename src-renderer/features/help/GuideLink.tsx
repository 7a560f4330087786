import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Props = {
  readonly page: string
  /** A section of the page. */
  readonly at?: string | undefined
  readonly current?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A link to a chapter of the guide, or to one of its sections. */
export function GuideLink({ page, at, current = false, className, children }: Props) {
  return (
    <Link
      to="/help"
      search={() => ({ page, ...(at && { at }) })}
      className={className}
      activeProps={{}}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </Link>
  )
}
