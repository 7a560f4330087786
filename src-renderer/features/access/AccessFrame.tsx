import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, language } from '../../app/i18n.ts'
import { chooseAtTheDoor } from '../../app/session.ts'
import { Frame } from '../../ui/frame/Frame.tsx'
import { useSetting } from '../../ui/stored.ts'

/** The page on which nobody is signed in yet. */
export function AccessFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation(['access', 'common'])
  const [now] = useSetting(language)
  return (
    <Frame
      product={t('common:product')}
      thread={[t('frame.need'), t('frame.plan'), t('frame.training'), t('frame.certificate')]}
      line={t('frame.line')}
      foot={t('frame.local')}
      corner={
        <SegmentedControl
          size="xs"
          aria-label={t('common:shell.language')}
          value={now}
          onChange={(next) => chooseAtTheDoor(next as Language)}
          data={[
            { value: 'tr', label: 'Türkçe' },
            { value: 'en', label: 'English' },
          ]}
        />
      }
    >
      {children}
    </Frame>
  )
}
