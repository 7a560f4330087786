import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Delegation,
  type DelegationTask,
  taskFieldsSchema,
  taskStates,
} from '../../../src-core/delegations/delegation.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { textIfAny } from '../../app/i18n.ts'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'
import { useForm } from '../../ui/form/use-form.ts'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './delegations.module.css'
import { useMay } from './use-may.ts'
import { choicesOf, taskTones } from './words.ts'

type Values = {
  readonly textTr: string
  readonly textEn: string
  readonly owner: string
  readonly offsetDays: number | null
  readonly state: string | null
  readonly note: string
}

const problems = (values: Values): Problems<Values> => schemaProblems(taskFieldsSchema, values) as Problems<Values>

/** The tasks of a delegation by the day they are due. */
export function TasksTab({ file }: { readonly file: Delegation }) {
  const { t, i18n } = useTranslation('delegations')
  const may = useMay()
  const [open, setOpen] = useState<DelegationTask | 'new'>()
  const found = useQuery(orpc.delegations.tasks.queryOptions({ input: { delegationId: file.id } }))
  const columns = useMemo<readonly Column<DelegationTask>[]>(() => {
    const finish = async (task: DelegationTask) => {
      try {
        const { rowVersion } = await client.delegations.changeTask({
          ...{ id: task.id, rowVersion: task.rowVersion, fields: { state: 'DONE' as const } },
        })
        tellUndo(t('tasks.markDone', { text: i18n.language === 'en' ? task.textEn : task.textTr }), () =>
          client.delegations.changeTask({ id: task.id, rowVersion, fields: { state: 'OPEN' } }).catch(tellError),
        )
      } catch (error) {
        tellError(error)
      }
    }
    return [
      { id: 'dueOn', title: t('tasks.dueOn'), type: 'date', value: (row) => row.dueOn },
      { id: 'offsetDays', title: t('tasks.offset'), type: 'number', width: 72, value: (row) => row.offsetDays },
      {
        id: 'text',
        title: t('tasks.text'),
        type: 'text',
        width: 340,
        grow: 2,
        value: (row) => (i18n.language === 'en' ? row.textEn : row.textTr),
      },
      {
        id: 'owner',
        title: t('tasks.owner'),
        type: 'text',
        width: 160,
        value: (row) => textIfAny(`delegations:owner.${row.owner}`) ?? row.owner,
      },
      {
        id: 'state',
        title: t('tasks.state'),
        type: 'choice',
        width: 130,
        choices: choicesOf(taskStates, 'taskState', taskTones),
        value: (row) => row.state,
        render: (row) =>
          row.late ? (
            <StatusWord tone="bad">{t('tasks.late')}</StatusWord>
          ) : (
            <StatusWord tone={taskTones[row.state]}>{t(`taskState.${row.state}`)}</StatusWord>
          ),
      },
      { id: 'note', title: t('field.note'), type: 'text', width: 180, grow: 1, value: (row) => row.note },
      ...(may.edit
        ? [
            {
              id: 'finish',
              title: t('tasks.done'),
              type: 'text' as const,
              width: 110,
              sortable: false,
              filterable: false,
              value: () => '',
              render: (row: DelegationTask) =>
                row.state === 'OPEN' && (
                  <Button size="compact-xs" variant="default" onClick={() => void finish(row)}>
                    {t('tasks.done')}
                  </Button>
                ),
            },
          ]
        : []),
    ]
  }, [t, i18n.language, may.edit])
  return (
    <div className={classes.page}>
      {may.edit && (
        <div className={classes.row}>
          <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen('new')}>
            {t('tasks.add')}
          </Button>
        </div>
      )}
      {open && may.edit && (
        <TaskForm
          key={open === 'new' ? 'new' : open.id}
          file={file}
          {...(open !== 'new' && { task: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
      <div className={classes.fill}>
        <DataTable
          name="delegations.tasks"
          label={t('tab.tasks')}
          columns={columns}
          rowId={(row) => row.id}
          rows={found.data?.tasks}
          {...(may.edit && { onOpen: (row: DelegationTask) => setOpen(row) })}
          {...(found.error && { failure: <ErrorNote error={found.error} /> })}
        />
      </div>
    </div>
  )
}

type FormProps = { readonly file: Delegation; readonly task?: DelegationTask; readonly onClose: () => void }

function TaskForm({ file, task, onClose }: FormProps) {
  const { t, i18n } = useTranslation('delegations')
  const form = useForm<Values>({
    initial: {
      textTr: task?.textTr ?? '',
      textEn: task?.textEn ?? '',
      owner: task ? (textIfAny(`delegations:owner.${task.owner}`) ?? task.owner) : '',
      offsetDays: task?.offsetDays ?? -10,
      state: task?.state ?? 'OPEN',
      note: task?.note ?? '',
    },
    check: problems,
    submit: async (values) => {
      const said = taskFieldsSchema.parse(values)
      const known = task && (textIfAny(`delegations:owner.${task.owner}`) ?? task.owner) === said.owner
      const fields = known ? { ...said, owner: task.owner } : said
      if (task) await client.delegations.changeTask({ id: task.id, rowVersion: task.rowVersion, fields })
      else await client.delegations.addTask({ delegationId: file.id, ...fields })
      tell({ text: t('tasks.saved'), tone: 'good' })
      onClose()
    },
  })
  return (
    <form {...form.props} className={classes.action}>
      <strong>{task ? (i18n.language === 'en' ? task.textEn : task.textTr) : t('tasks.new')}</strong>
      <Fields columns={2}>
        <TextInput label={t('tasks.text')} required {...form.text('textTr')} />
        <TextInput label={t('tasks.textEn')} required {...form.text('textEn')} />
        <TextInput label={t('tasks.owner')} required {...form.text('owner')} />
        <NumberField label={t('tasks.offsetLong')} required allowNegative {...form.number('offsetDays')} />
        <Select
          label={t('tasks.state')}
          allowDeselect={false}
          data={choicesOf(taskStates, 'taskState')}
          {...form.choice('state')}
        />
        <TextInput label={t('field.note')} {...form.text('note')} />
      </Fields>
      <FormActions form={form} onCancel={onClose} error={<ErrorNote error={form.failure} />} />
    </form>
  )
}
