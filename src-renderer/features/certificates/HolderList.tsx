import { Button, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadHolder } from '../../../src-core/certificates/group.contract.ts'
import type { Group } from '../../../src-core/certificates/group.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { FileDrop } from '../../ui/form/FileDrop.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './certificates.module.css'

type Read = Awaited<ReturnType<typeof client.certificates.readHolders>>

const blocking = new Set(['nameMissing'])

/** Participants pasted from a table or taken from a workbook: read, looked at, then added. */
export function HolderList({ group, onClose }: { readonly group: Group; readonly onClose: () => void }) {
  const { t } = useTranslation(['certificates', 'common'])
  const [text, setText] = useState('')
  const [read, setRead] = useState<Read>()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const attempt = async (work: () => Promise<void>) => {
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
    attempt(async () => setRead(await client.certificates.readHolders(input)))
  const usable = read?.holders.filter(({ problems }) => !problems.some((problem) => blocking.has(problem))) ?? []
  const add = () =>
    attempt(async () => {
      const holders = usable.map(({ name, institution, country, attendedTenths, testScore, personId }) => ({
        ...{ name, institution, country, attendedTenths, testScore, personId },
      }))
      await client.certificates.addHolders({ groupId: group.id, holders })
      tell({ text: t('holders.added', { count: holders.length }), tone: 'good' })
      onClose()
    })
  const columns = useMemo<readonly Column<ReadHolder>[]>(
    () => [
      { id: 'row', title: t('holders.row'), type: 'number', width: 64, value: (row) => row.row },
      { id: 'name', title: t('field.name'), type: 'text', width: 220, grow: 1, value: (row) => row.name },
      {
        id: 'institution',
        title: t('field.institution'),
        type: 'text',
        width: 200,
        grow: 1,
        value: (row) => row.institution,
      },
      { id: 'country', title: t('field.country'), type: 'text', width: 110, value: (row) => row.country },
      {
        id: 'attended',
        title: t('field.attended'),
        type: 'number',
        width: 90,
        value: (row) => (row.attendedTenths === null ? null : row.attendedTenths / 10),
      },
      { id: 'testScore', title: t('field.testScore'), type: 'number', width: 80, value: (row) => row.testScore },
      {
        id: 'problems',
        title: t('holders.problems'),
        type: 'text',
        width: 260,
        grow: 1,
        value: (row) => row.problems.map((problem) => t(`problem.${problem}`)).join('; '),
        render: (row) =>
          row.problems.length > 0 && (
            <StatusWord tone={row.problems.some((problem) => blocking.has(problem)) ? 'bad' : 'warn'}>
              {row.problems.map((problem) => t(`problem.${problem}`)).join('; ')}
            </StatusWord>
          ),
      },
    ],
    [t],
  )
  return (
    <section className={classes.action} aria-label={t('holders.fromList')}>
      <strong>{t('holders.fromList')}</strong>
      {!read && (
        <>
          <Textarea
            label={t('holders.paste')}
            description={t('holders.pasteHint')}
            autosize
            minRows={4}
            maxRows={10}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FileDrop accept=".xlsx,.xls,.xlsb,.ods,.csv,.tsv" onFiles={([file]) => file && void look({ file })} />
        </>
      )}
      {read && (
        <>
          <Note
            tone={usable.length === read.holders.length ? 'good' : 'warn'}
            text={t('holders.found', { count: usable.length, left: read.holders.length - usable.length })}
          />
          {read.ignored.length > 0 && (
            <Note tone="neutral" text={t('holders.ignored', { columns: read.ignored.join(', ') })} />
          )}
          <div className={classes.list}>
            <DataTable
              name="certificates.readHolders"
              label={t('holders.fromList')}
              columns={columns}
              rowId={(row) => String(row.row)}
              rows={read.holders}
            />
          </div>
        </>
      )}
      <ErrorNote error={failure} />
      <div className={classes.row}>
        {read ? (
          <Button loading={busy} disabled={usable.length === 0} onClick={() => void add()}>
            {t('holders.addAll', { count: usable.length })}
          </Button>
        ) : (
          <Button loading={busy} disabled={text.trim() === ''} onClick={() => void look({ text })}>
            {t('holders.read')}
          </Button>
        )}
        {read && (
          <Button variant="default" onClick={() => setRead(undefined)}>
            {t('holders.again')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </div>
    </section>
  )
}
