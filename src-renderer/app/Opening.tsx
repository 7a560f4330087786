import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Splash } from '../ui/frame/Splash.tsx'
import { EmptyState } from '../ui/screen/EmptyState.tsx'
import { connection } from './api.ts'
import type { Refusal } from './connection.ts'
import { textIfAny, textOf } from './i18n.ts'

/** While the service is starting; after eight seconds also what may be the matter. */
export function Opening() {
  const { t } = useTranslation(['access', 'common'])
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 8000)
    return () => clearTimeout(timer)
  }, [])
  return <Splash product={t('common:product')} text={t(slow ? 'start.slow' : 'start.opening')} />
}

function reason(refusal: Refusal): string {
  if (refusal.problem === 'stopped' && 'crashes' in refusal)
    return textOf('access:start.stopped', { count: refusal.crashes })
  return (
    textIfAny(`access:start.${refusal.problem}`) ??
    textIfAny(`common:error.STORE_FAILED.${refusal.problem}`) ??
    textOf('common:error.STORE_FAILED.other')
  )
}

/** The host will not open this store by itself; the officer can ask it to look again. */
export function NotOpened({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation(['access', 'common'])
  return (
    <EmptyState
      title={t('start.refused')}
      text={
        <>
          {reason(refusal)}
          {'folder' in refusal && (
            <>
              <br />
              {t('start.folder', { folder: refusal.folder })}
            </>
          )}
        </>
      }
      action={{ label: t('start.retry'), run: connection.retry }}
    />
  )
}
