import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import classes from './delegations.module.css'
import { OwnTemplates } from './OwnTemplates.tsx'
import { titleOf } from './words.ts'

type Source = { readonly template: string | null; readonly fromDelegationId: string | null }

type Props = {
  readonly file: Delegation
  readonly onCopy: (source: Source, startOn: string) => Promise<void>
  readonly onClose: () => void
}

/** Copies a standard programme or that of an earlier delegation. */
export function CopyProgramme({ file, onCopy, onClose }: Props) {
  const { t } = useTranslation(['delegations', 'common'])
  const found = useQuery(orpc.delegations.programmeSources.queryOptions({ input: { delegationId: file.id } }))
  const [source, setSource] = useState<string | null>(null)
  const [startOn, setStartOn] = useState<string | null>(file.fromDate)
  const [failure, setFailure] = useState<unknown>()
  const run = async () => {
    const [kind, key = ''] = (source ?? '').split(':')
    setFailure(undefined)
    try {
      const chosen =
        kind === 'template' ? { template: key, fromDelegationId: null } : { template: null, fromDelegationId: key }
      await onCopy(chosen, startOn ?? '')
      onClose()
    } catch (error) {
      setFailure(error)
    }
  }
  const own = found.data?.ownTemplates ?? []
  const data = [
    ...(found.data?.templates ?? []).map(({ key, ...titles }) => ({
      value: `template:${key}`,
      label: t('programme.standard', { title: titleOf(titles) }),
    })),
    ...own.map((template) => ({
      value: `template:${template.id}`,
      label: t('programme.own', { title: titleOf(template) }),
    })),
    ...(found.data?.delegations ?? []).map(({ id, fromDate, ...titles }) => ({
      value: `file:${id}`,
      label: t('programme.earlier', { title: titleOf(titles), date: formatDate(fromDate) }),
    })),
  ]
  return (
    <div className={classes.action}>
      <div className={classes.row}>
        <Select w={360} label={t('programme.source')} searchable data={data} value={source} onChange={setSource} />
        <DateField label={t('programme.startOn')} value={startOn} onChange={setStartOn} />
        <Button disabled={source === null || startOn === null} onClick={() => void run()}>
          {t('programme.copyRun')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </div>
      <ErrorNote error={failure} />
      <strong className={classes.small}>{t('template.title')}</strong>
      <OwnTemplates templates={own} />
    </div>
  )
}
