import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldKind, isRecordedTable } from '../../../src-core/access/record-fields.ts'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import type { SyncConflict } from '../../../src-core/sync/sync.contract.ts'
import { client, refreshData } from '../../app/api.ts'
import { sentenceOf } from '../../app/errors/sentence.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { Facts, Section } from '../../ui/screen/Section.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { fieldWord, operationWord, valueText } from '../access/record-words.ts'
import classes from './SyncScreen.module.css'

type Field = SyncConflict['fields'][number]

type Props = {
  readonly conflict: SyncConflict
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

/** One entry of the inbox: mine and theirs side by side, and the three ways out. */
export function ConflictPanel({ conflict, onClose, onStep }: Props) {
  const { t } = useTranslation('sync')
  const may = holds(useOfficer(), ['SA', 'TM', 'TO', 'CR', 'DC', 'EC'])
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const values = Object.entries(typed).filter(([, text]) => text.trim() !== '')
  const settle = async (how: 'mine' | 'theirs' | 'typed') => {
    setBusy(true)
    try {
      const numeric = new Set(conflict.fields.filter((one) => typeof one.mine === 'number').map((one) => one.field))
      const given = Object.fromEntries(values.map(([name, text]) => [name, numeric.has(name) ? Number(text) : text]))
      await client.sync.resolve({ commandId: conflict.commandId, how, ...(how === 'typed' && { values: given }) })
      refreshData()
      tell({ text: t('settled'), tone: 'good' })
      onClose()
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  const disagreeing = conflict.fields.length > 0
  return (
    <SidePanel
      title={operationWord(conflict.operation)}
      note={<span>{conflict.fields[0]?.record}</span>}
      width={560}
      onClose={onClose}
      onStep={onStep}
      actions={
        may && (
          <>
            <Button variant="default" loading={busy} onClick={() => void settle('theirs')}>
              {t(disagreeing ? 'keepTheirs' : 'withdraw')}
            </Button>
            {values.length > 0 ? (
              <Button loading={busy} onClick={() => void settle('typed')}>
                {t('keepTyped')}
              </Button>
            ) : (
              <Button loading={busy} onClick={() => void settle('mine')}>
                {t(disagreeing ? 'keepMine' : 'again')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={classes.fields}>
        <Facts
          facts={[
            [t('facts.by'), conflict.by],
            [t('facts.at'), formatInstant(conflict.at)],
            [t('facts.why'), disagreeing ? t('whyFields') : sentenceOf(conflict.refusal)],
          ]}
        />
        {conflict.fields.map((field) => (
          <FieldSides
            key={`${field.id} ${field.field}`}
            field={field}
            mineBy={conflict.by}
            typed={typed[field.field] ?? ''}
            onType={may && field.typeable ? (text) => setTyped({ ...typed, [field.field]: text }) : undefined}
          />
        ))}
        <Section title={t('asked')}>
          <pre className={classes.asked}>{JSON.stringify(JSON.parse(conflict.input), null, 2)}</pre>
        </Section>
      </div>
    </SidePanel>
  )
}

type SidesProps = {
  readonly field: Field
  readonly mineBy: string
  readonly typed: string
  readonly onType: ((text: string) => void) | undefined
}

function FieldSides({ field, mineBy, typed, onType }: SidesProps) {
  const { t } = useTranslation('sync')
  const kind = (isRecordedTable(field.table) && fieldKind(field.table, field.field)) || 'text'
  const show = (value: Field['mine']) => valueText({ field: field.field, kind }, value)
  const theirs = field.theirsAt ? formatInstant(field.theirsAt) : undefined
  return (
    <Section title={fieldWord(field.field)} note={t('was', { value: show(field.base) })}>
      <div className={classes.sides}>
        <div className={classes.side}>
          <span className={classes.whose}>{t('mine', { name: mineBy })}</span>
          <strong>{show(field.mine)}</strong>
        </div>
        <div className={classes.side}>
          <span className={classes.whose}>
            {[t('theirs', { name: field.theirsBy ?? t('somebody') }), theirs].filter(Boolean).join(' · ')}
          </span>
          <strong>{show(field.theirs)}</strong>
        </div>
      </div>
      {onType && (kind === 'text' || kind === 'integer') && (
        <TextInput
          mt={8}
          label={t('type')}
          value={typed}
          inputMode={kind === 'integer' ? 'numeric' : 'text'}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      )}
    </Section>
  )
}
