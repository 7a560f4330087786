import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Trainer, TrainerSecret } from '../../../src-core/courses/trainer.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './TrainerSecrets.module.css'

/** What is sealed of a trainer: masked until somebody asks, and the asking is logged. */
export function TrainerSecrets({ trainer }: { readonly trainer: Trainer }) {
  const { t } = useTranslation('courses')
  return (
    <div className={classes.secrets}>
      <Section title={t('trainers.secrets')}>
        <p className={classes.hint}>{t('trainers.secretsHint')}</p>
        <div className={classes.lines}>
          <Secret trainer={trainer} secret="identity" masked={trainer.identity ?? null} />
          <Secret trainer={trainer} secret="iban" masked={trainer.iban ?? null} />
        </div>
      </Section>
    </div>
  )
}

type SecretProps = { readonly trainer: Trainer; readonly secret: TrainerSecret; readonly masked: string | null }

function Secret({ trainer, secret, masked }: SecretProps) {
  const { t } = useTranslation(['courses', 'common'])
  const [shown, setShown] = useState<string | null>(null)
  const [typed, setTyped] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  const what = t(`trainers.${secret}`)
  const attempt = async (work: () => Promise<void>) => {
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(error)
    }
  }
  const show = () =>
    attempt(async () => setShown((await client.courses.showTrainerSecret({ id: trainer.id, secret })).text))
  const keep = (text: string | null) =>
    attempt(async () => {
      const { id, rowVersion } = trainer
      const answer =
        text === null ? { sealed: null, fits: true } : await client.courses.sealTrainerSecret({ secret, text })
      await client.courses.setTrainerSecret({ id, rowVersion, secret, sealed: answer.sealed })
      setTyped(undefined)
      setShown(null)
      const said = text === null ? t('trainers.secretForgotten', { what }) : t('trainers.secretSaved', { what })
      tell(answer.fits ? { text: said, tone: 'good' } : { text: t('trainers.identityDoubtful'), tone: 'warn' })
    })
  if (typed !== undefined) {
    return (
      <form
        className={classes.editing}
        onSubmit={(event) => {
          event.preventDefault()
          void keep(typed)
        }}
      >
        <TextInput
          label={what}
          autoFocus
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={typed.trim() === ''}>
          {t('common:actions.save')}
        </Button>
        <Button variant="default" onClick={() => setTyped(undefined)}>
          {t('actions.discard')}
        </Button>
        <ErrorNote error={failure} />
      </form>
    )
  }
  return (
    <div className={classes.line}>
      <span className={classes.what}>{what}</span>
      <span className={masked ? classes.value : classes.none}>{shown ?? masked ?? t('trainers.noSecret')}</span>
      <span className={classes.buttons}>
        {masked && !shown && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`${what}: ${t('actions.show')}`}
            onClick={() => void show()}
          >
            {t('actions.show')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`${what}: ${t(masked ? 'actions.change' : 'actions.addItem')}`}
          onClick={() => setTyped('')}
        >
          {t(masked ? 'actions.change' : 'actions.addItem')}
        </Button>
        {masked && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`${what}: ${t('actions.forget')}`}
            onClick={() => void keep(null)}
          >
            {t('actions.forget')}
          </Button>
        )}
      </span>
      <ErrorNote error={failure} />
    </div>
  )
}
