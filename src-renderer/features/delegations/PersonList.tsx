import { Button, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadParticipant } from '../../../src-core/delegations/participant.contract.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { FileDrop } from '../../ui/form/FileDrop.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './delegations.module.css'

type Read = Awaited<ReturnType<typeof client.delegations.readParticipants>>

const blocks = new Set(['present', 'twice'])

const usableOf = (read: Read): readonly ReadParticipant[] =>
  read.participants.filter(({ fields, problems }) => fields !== null && !problems.some((one) => blocks.has(one)))

/** Participants from a workbook or a pasted table: read, looked at, then added. */
export function PersonList({ delegationId, onClose }: { readonly delegationId: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['delegations', 'common'])
  const [text, setText] = useState('')
  const [read, setRead] = useState<Read>()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const look = (input: { text?: string; file?: File }) =>
    attempt(async () => setRead(await client.delegations.readParticipants({ delegationId, ...input })))
  const usable = read ? usableOf(read) : []
  const add = () =>
    attempt(async () => {
      const participants = usable.flatMap(({ fields, sealed }) => (fields ? [{ fields, sealed }] : []))
      await client.delegations.addParticipants({ delegationId, participants })
      tell({ text: t('people.added', { count: participants.length }), tone: 'good' })
      onClose()
    })
  const columns = useMemo<readonly Column<ReadParticipant>[]>(
    () => [
      { id: 'row', title: t('people.row'), type: 'number', width: 64, value: (row) => row.row },
      { id: 'name', title: t('people.title'), type: 'text', width: 220, grow: 1, value: (row) => row.name },
      {
        id: 'institution',
        title: t('people.institution'),
        type: 'text',
        width: 200,
        grow: 1,
        value: (row) => row.fields?.institution ?? null,
      },
      {
        id: 'problems',
        title: t('people.problems'),
        type: 'text',
        width: 260,
        grow: 1,
        value: (row) => row.problems.map((problem) => t(`readProblem.${problem}`)).join('; '),
        render: (row) =>
          row.problems.length > 0 && (
            <StatusWord tone={row.fields === null ? 'bad' : 'warn'}>
              {row.problems.map((problem) => t(`readProblem.${problem}`)).join('; ')}
            </StatusWord>
          ),
      },
    ],
    [t],
  )
  return (
    <section className={classes.action} aria-label={t('people.fromList')}>
      <strong>{t('people.fromList')}</strong>
      {!read && (
        <>
          <Textarea
            label={t('people.paste')}
            description={t('people.pasteHint')}
            autosize
            minRows={3}
            maxRows={8}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FileDrop accept=".xlsx,.xls,.xlsb,.ods,.csv,.tsv" onFiles={([file]) => file && void look({ file })} />
        </>
      )}
      {read && (
        <>
          <Note
            tone={usable.length === read.participants.length ? 'good' : 'warn'}
            text={t('people.found', { count: usable.length, left: read.participants.length - usable.length })}
          />
          {read.ignored.length > 0 && (
            <Note tone="neutral" text={t('people.ignored', { columns: read.ignored.join(', ') })} />
          )}
          <div className={classes.readList}>
            <DataTable
              name="delegations.readParticipants"
              label={t('people.fromList')}
              columns={columns}
              rowId={(row) => String(row.row)}
              rows={read.participants}
            />
          </div>
        </>
      )}
      <ErrorNote error={failure} />
      <div className={classes.row}>
        {read ? (
          <Button loading={busy} disabled={usable.length === 0} onClick={() => void add()}>
            {t('people.addAll', { count: usable.length })}
          </Button>
        ) : (
          <Button loading={busy} disabled={text.trim() === ''} onClick={() => void look({ text })}>
            {t('people.read')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </div>
    </section>
  )
}
