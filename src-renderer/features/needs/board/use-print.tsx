import { MantineProvider } from '@mantine/core'
import { type ReactNode, useCallback } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import './print.css'

/**
 * Prints something else than the screen: lists on screen hold only the rows that are seen. The page stands beside the
 * window for as long as the dialog is open.
 */
export function usePrint(): (page: ReactNode) => void {
  return useCallback((page: ReactNode) => {
    const sheet = document.createElement('div')
    sheet.className = 'ak-print'
    document.body.append(sheet)
    const root = createRoot(sheet)
    flushSync(() => root.render(<MantineProvider forceColorScheme="light">{page}</MantineProvider>))
    document.body.classList.add('ak-printing')
    // Some hosts give back control while the dialog is still open.
    const clear = () => {
      document.body.classList.remove('ak-printing')
      root.unmount()
      sheet.remove()
    }
    window.addEventListener('afterprint', clear, { once: true })
    window.print()
  }, [])
}
