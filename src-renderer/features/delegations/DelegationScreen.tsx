import { Loader, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maybeCancelled } from '../../../src-core/delegations/delegation.rules.ts'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { formatDateRange } from '../../../src-core/kernel/date-range.ts'
import { useAddressWord, usePath } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { useCrumb } from '../../app/shell/crumb.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { type PageAction, PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { DayTab } from './DayTab.tsx'
import { type Asked, DelegationDecision } from './DelegationDecision.tsx'
import { FilesTab } from './FilesTab.tsx'
import { LogisticsTab } from './LogisticsTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { PeopleTab } from './PeopleTab.tsx'
import { PrintsTab } from './PrintsTab.tsx'
import { ProgrammeTab } from './ProgrammeTab.tsx'
import { TasksTab } from './TasksTab.tsx'
import { useMay } from './use-may.ts'
import { fileTones } from './words.ts'

const tabs = ['overview', 'programme', 'participants', 'logistics', 'tasks', 'day', 'prints', 'files'] as const

/** One delegation: its steps, programme, people, logistics, tasks, day and papers. */
export function DelegationScreen() {
  const { t } = useTranslation('delegations')
  const id = usePath().split('/').at(-1) ?? ''
  const found = useQuery(orpc.delegations.getDelegation.queryOptions({ input: { id } }))
  if (found.data) return <DelegationBody file={found.data} />
  return (
    <Screen header={<PageHeader title={t('files.one')} />}>
      {found.error ? (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Loader aria-label={t('files.one')} />
      )}
    </Screen>
  )
}

function DelegationBody({ file }: { readonly file: Delegation }) {
  const { t, i18n } = useTranslation('delegations')
  const language = useNumberLanguage()
  const title = i18n.language === 'en' ? file.titleEn : file.titleTr
  useCrumb(title)
  const [tab, setTab] = useAddressWord('tab', tabs, 'overview')
  const [asked, setAsked] = useState<Asked>()
  const { primary, secondary, more } = useActions(file, setAsked)
  return (
    <Screen
      header={
        <PageHeader
          title={title}
          note={
            <>
              <StatusWord tone={fileTones[file.state]}>{t(`state.${file.state}`)}</StatusWord>
              <span>{`${file.requestNo} · ${formatDateRange(file.fromDate, file.toDate, language)}`}</span>
            </>
          }
          {...(primary && { primary })}
          secondary={secondary}
          more={more}
        >
          <Tabs value={tab} onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'overview')}>
            <Tabs.List>
              {tabs.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`tab.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        </PageHeader>
      }
      toolbar={asked && <DelegationDecision file={file} asked={asked} onClose={() => setAsked(undefined)} />}
    >
      {tab === 'overview' && <OverviewTab file={file} />}
      {tab === 'programme' && <ProgrammeTab file={file} />}
      {tab === 'participants' && <PeopleTab file={file} />}
      {tab === 'logistics' && <LogisticsTab file={file} />}
      {tab === 'tasks' && <TasksTab file={file} />}
      {tab === 'day' && <DayTab file={file} />}
      {tab === 'prints' && <PrintsTab file={file} />}
      {tab === 'files' && <FilesTab file={file} />}
    </Screen>
  )
}

function useActions(file: Delegation, ask: (asked: Asked) => void) {
  const { t } = useTranslation('delegations')
  const may = useMay()
  const { id, rowVersion, state, next, missing } = file
  const secondary: PageAction[] = []
  const more: PageAction[] = []
  let primary: PageAction | undefined
  if (next === 'APPROVED' && may.approve)
    primary = { label: t('files.approve'), run: () => ask('approve'), disabled: missing.length > 0 }
  else if (next !== null && next !== 'APPROVED' && may.edit)
    primary = {
      label: t(`moveTo.${next}`),
      disabled: missing.length > 0,
      run: () => {
        client.delegations
          .moveDelegation({ id, rowVersion, to: next })
          .then(() => tell({ text: t('files.moved', { state: t(`state.${next}`) }), tone: 'good' }), tellError)
      },
    }
  if (may.approve && (state === 'PROGRAMME_READY' || state === 'APPROVED'))
    secondary.push({ label: t('files.return'), run: () => ask('return') })
  if (may.edit && maybeCancelled(state)) more.push({ label: t('files.cancel'), run: () => ask('cancel') })
  return { primary, secondary, more }
}
