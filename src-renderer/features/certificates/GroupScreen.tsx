import { Loader, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../../../src-core/certificates/group.ts'
import { formatDateRange } from '../../../src-core/kernel/date-range.ts'
import { useAddressWord, useGo, usePath } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { useCrumb } from '../../app/shell/crumb.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { type PageAction, PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './certificates.module.css'
import { type Decision, GroupDecision } from './GroupDecision.tsx'
import { GroupHolders } from './GroupHolders.tsx'
import { GroupPreview } from './GroupPreview.tsx'
import { GroupPrints } from './GroupPrints.tsx'
import { useMay } from './use-may.ts'
import { groupTones } from './words.ts'

const tabs = ['holders', 'preview', 'print'] as const

/** One occasion: its participants, the look of its certificates, decision, issue and printing. */
export function GroupScreen() {
  const { t } = useTranslation('certificates')
  const id = usePath().split('/').at(-1) ?? ''
  const found = useQuery(orpc.certificates.getGroup.queryOptions({ input: { id } }))
  if (found.data) return <GroupBody group={found.data} />
  return (
    <Screen header={<PageHeader title={t('groups.one')} />}>
      {found.error ? (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Loader aria-label={t('groups.one')} />
      )}
    </Screen>
  )
}

function GroupBody({ group }: { readonly group: Group }) {
  const { t } = useTranslation('certificates')
  const language = useNumberLanguage()
  const go = useGo()
  useCrumb(group.titleTr)
  const [tab, setTab] = useAddressWord('tab', tabs, 'holders')
  const [deciding, setDeciding] = useState<Decision>()
  const actions = useActions(group, setDeciding)
  const range = formatDateRange(group.fromDate, group.toDate, language)
  return (
    <Screen
      header={
        <PageHeader
          title={group.titleTr}
          note={
            <>
              <StatusWord tone={groupTones[group.state]}>{t(`groupState.${group.state}`)}</StatusWord>
              <span>{`${t(`kind.${group.kind}`)} · ${range}`}</span>
            </>
          }
          {...(actions.primary && { primary: actions.primary })}
          secondary={[
            ...actions.secondary,
            { label: t('groups.edit'), run: () => go(`/certificates/groups?open=${group.id}`) },
          ]}
        >
          <Tabs value={tab} onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'holders')}>
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
    >
      <div className={classes.strip}>
        {group.state === 'DRAFT' && group.decisionReason && (
          <Note
            tone="warn"
            text={t('groups.returned', { who: group.decidedByName ?? '', reason: group.decisionReason })}
          />
        )}
        {deciding && <GroupDecision group={group} decision={deciding} onClose={() => setDeciding(undefined)} />}
      </div>
      {tab === 'holders' && <GroupHolders group={group} />}
      {tab === 'preview' && <GroupPreview group={group} />}
      {tab === 'print' && <GroupPrints group={group} />}
    </Screen>
  )
}

function useActions(group: Group, decide: (decision: Decision) => void) {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const { id, rowVersion, state } = group
  const waiting = group.holders.some((holder) => holder.state === 'DRAFT' && holder.obstacles.length === 0)
  const propose = async () => {
    try {
      const { proposed, left } = await client.certificates.propose({ id, rowVersion })
      tell({ text: t('groups.proposed', { count: proposed, left }), tone: 'good' })
    } catch (error) {
      tellError(error)
    }
  }
  let primary: PageAction | undefined
  const secondary: PageAction[] = []
  if (may.propose && (state === 'DRAFT' || state === 'ISSUED') && waiting)
    primary = { label: t('groups.propose'), run: () => void propose() }
  if (state === 'PROPOSED' && may.approve) primary = { label: t('groups.approve'), run: () => decide('approve') }
  if (state === 'APPROVED' && may.issue) primary = { label: t('groups.issue'), run: () => decide('issue') }
  if ((state === 'PROPOSED' || state === 'APPROVED') && may.approve)
    secondary.push({ label: t('groups.return'), run: () => decide('return') })
  return { primary, secondary }
}
