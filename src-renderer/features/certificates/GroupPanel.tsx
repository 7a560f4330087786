import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../../../src-core/certificates/group.ts'
import { useGo } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './certificates.module.css'
import { GroupForm } from './GroupForm.tsx'
import { type GroupValues, groupFields, groupProblems, newGroup, valuesOf } from './group-form.ts'
import { useMay } from './use-may.ts'
import { groupTones } from './words.ts'

type Props = {
  readonly id: string | undefined
  readonly onClose: () => void
  readonly onStep: ((by: 1 | -1) => void) | undefined
  readonly onAdded: (id: string) => void
}

const width = 560

/** An occasion beside the list, or the form of a new one. */
export function GroupPanel({ id, ...rest }: Props) {
  return id === undefined ? <NewGroup {...rest} /> : <KnownGroup id={id} {...rest} />
}

type Rest = Omit<Props, 'id'>

function NewGroup({ onClose, onAdded }: Rest) {
  const { t } = useTranslation('certificates')
  const standard = useQuery(orpc.certificates.groupStandard.queryOptions())
  if (!standard.data)
    return (
      <SidePanel title={t('groups.new')} width={width} onClose={onClose}>
        {standard.error ? <ErrorNote error={standard.error} /> : <Loader aria-label={t('groups.new')} />}
      </SidePanel>
    )
  return (
    <GroupFormPanel title={t('groups.new')} initial={newGroup(standard.data)} onClose={onClose} onAdded={onAdded} />
  )
}

function KnownGroup({ id, onClose, onStep }: Rest & { readonly id: string }) {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const found = useQuery(orpc.certificates.getGroup.queryOptions({ input: { id } }))
  const group = found.data
  if (!group)
    return (
      <SidePanel title={t('groups.one')} width={width} onClose={onClose} {...(onStep && { onStep })}>
        {found.error ? (
          <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Loader aria-label={t('groups.one')} />
        )}
      </SidePanel>
    )
  return (
    <GroupFormPanel
      key={group.rowVersion}
      title={group.titleTr}
      initial={valuesOf(group)}
      group={group}
      readOnly={!may.propose || group.state !== 'DRAFT'}
      onClose={onClose}
      onStep={onStep}
    />
  )
}

type FormProps = Pick<Props, 'onClose'> &
  Partial<Pick<Props, 'onStep' | 'onAdded'>> & {
    readonly title: string
    readonly initial: GroupValues
    readonly group?: Group
    readonly readOnly?: boolean
  }

function GroupFormPanel({ title, initial, group, readOnly = false, onClose, onStep, onAdded }: FormProps) {
  const { t } = useTranslation(['certificates', 'common'])
  const formId = useId()
  const go = useGo()
  const form = useForm<GroupValues>({
    initial,
    check: groupProblems,
    draft: `certificateGroup:${group?.id ?? 'new'}`,
    submit: async (values) => {
      const fields = groupFields(values)
      if (group) {
        await client.certificates.changeGroup({ id: group.id, rowVersion: group.rowVersion, fields })
        tell({ text: t('groups.saved', { name: fields.titleTr }), tone: 'good' })
      } else {
        const { id } = await client.certificates.addGroup(fields)
        tell({ text: t('groups.added', { name: fields.titleTr }), tone: 'good' })
        onAdded?.(id)
      }
    },
  })
  const whole = group && (() => go(`/certificates/groups/${group.id}`))
  return (
    <SidePanel
      title={title}
      width={width}
      note={group && <StatusWord tone={groupTones[group.state]}>{t(`groupState.${group.state}`)}</StatusWord>}
      onClose={onClose}
      {...(onStep && { onStep })}
      {...(whole && { onOpenWhole: whole })}
      actions={
        !readOnly && (
          <Button className={classes.main ?? ''} type="submit" form={formId} loading={form.busy}>
            {t('common:actions.save')}
          </Button>
        )
      }
    >
      {whole && (
        <p>
          <Button size="xs" variant="default" onClick={whole}>
            {t('groups.toHolders', { count: group.holders.length })}
          </Button>
        </p>
      )}
      <form id={formId} {...form.props}>
        <fieldset className={`${classes.stack} ${classes.plain}`} disabled={readOnly}>
          <GroupForm form={form} />
          <ErrorNote error={form.failure} />
        </fieldset>
      </form>
    </SidePanel>
  )
}
