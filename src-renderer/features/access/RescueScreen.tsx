import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { isCode } from '../../app/errors/operation-error.ts'
import { look, type Session } from '../../app/session.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { AccessFrame } from './AccessFrame.tsx'
import classes from './RescueScreen.module.css'

type Props = Pick<Extract<Session, { phase: 'rescue' }>, 'rescue'>

/** Stands before a store that does not open: why, and the way back to one of its backups. */
export function RescueScreen({ rescue: { problem, folder, backups } }: Props) {
  const { t } = useTranslation(['administration', 'common'])
  const language = useNumberLanguage()
  const [chosen, setChosen] = useState(backups[0]?.name ?? '')
  const [busy, setBusy] = useState<'restore' | 'retry'>()
  const [failure, setFailure] = useState<unknown>(null)
  const run = async (what: 'restore' | 'retry') => {
    setBusy(what)
    setFailure(null)
    try {
      await client.access.rescue({ backup: what === 'restore' ? chosen : null })
      await look(client)
    } catch (error) {
      setFailure(error)
      // The reason may be another one by now.
      await look(client)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <AccessFrame>
      <h1>{t('rescue.title')}</h1>
      <div className={classes.page}>
        <Note tone="bad" text={t(`rescue.${problem}`)} />
        <p className={classes.hint}>{t('rescue.folder', { folder })}</p>
        <Radio.Group label={t('rescue.choose')} value={chosen} onChange={setChosen}>
          <div className={classes.backups}>
            {backups.map(({ name, at, kind, entries }) => (
              <Radio
                key={name}
                value={name}
                label={formatInstant(at)}
                description={`${t(`backups.${kind}`)} · ${t('rescue.entries', { count: entries, number: formatNumber(entries, 0, language) })}`}
              />
            ))}
          </div>
        </Radio.Group>
        <p className={classes.hint}>{t('rescue.kept')}</p>
        {isCode(failure, 'STORE_FAILED') && failure.data.problem === problem ? (
          <Note tone="warn" text={t('rescue.still')} />
        ) : (
          <ErrorNote error={failure} />
        )}
        <Button
          size="md"
          fullWidth
          loading={busy === 'restore'}
          disabled={busy === 'retry'}
          onClick={() => void run('restore')}
        >
          {t('rescue.restore')}
        </Button>
        <Button
          variant="default"
          fullWidth
          loading={busy === 'retry'}
          disabled={busy === 'restore'}
          onClick={() => void run('retry')}
        >
          {t('rescue.retry')}
        </Button>
      </div>
    </AccessFrame>
  )
}
