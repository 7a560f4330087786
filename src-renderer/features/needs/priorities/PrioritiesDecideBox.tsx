import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonsFor } from '../../../../src-core/needs/decision.ts'
import type { ReasonCode } from './demand.ts'
import classes from './PrioritiesDecideBox.module.css'
import type { Deciding } from './use-deciding.ts'

type Props = {
  readonly asked: Deciding
  readonly busy: boolean
  readonly onDecide: (reason: ReasonCode, note: string | null) => void
  readonly onCancel: () => void
}

/** Asks why demands are not planned. Stands above the table; Enter in the note decides, Esc leaves everything as it is. */
export function PrioritiesDecideBox({ asked, busy, onDecide, onCancel }: Props) {
  const { t } = useTranslation(['needsDecide', 'common'])
  const { decision, demands } = asked
  const reasons = reasonsFor[decision]
  const [reason, setReason] = useState<ReasonCode | null>(reasons[0] ?? null)
  const [note, setNote] = useState('')
  return (
    <form
      className={classes.box}
      aria-label={t('priority.box.title', { count: demands.length, decision: t(`decide.${decision}`) })}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason) onDecide(reason, note.trim() === '' ? null : note.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      <strong className={classes.title}>
        {t('priority.box.title', { count: demands.length, decision: t(`decide.${decision}`) })}
      </strong>
      <Select
        size="xs"
        aria-label={t('priority.box.reason')}
        title={t('priority.box.reasonHint')}
        data={reasons.map((code) => ({ value: code, label: t(`reason.${code}`) }))}
        value={reason}
        onChange={(value) => setReason(reasons.find((code) => code === value) ?? null)}
        allowDeselect={false}
        autoFocus
        openOnFocus={false}
        w={200}
      />
      <TextInput
        size="xs"
        className={classes.note ?? ''}
        aria-label={t('priority.box.note')}
        placeholder={t('priority.box.note')}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('common:actions.cancel')}
      </Button>
      <Button size="xs" type="submit" loading={busy} disabled={reason === null}>
        {t(`decide.${decision}`)}
      </Button>
    </form>
  )
}
