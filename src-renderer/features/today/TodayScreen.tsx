import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatLongDate, istanbulDate } from '../../../src-core/kernel/dates.ts'
import type { TodayItem } from '../../../src-core/needs/today.contract.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { TodayList } from './TodayList.tsx'
import { isDeadline } from './today-items.ts'

/** What must be done now; each line goes to the place where it is done. */
export function TodayScreen() {
  const { t } = useTranslation('needs')
  const language = useNumberLanguage()
  const today = useQuery(orpc.needs.today.queryOptions())
  const items: readonly TodayItem[] = today.data?.items ?? []
  return (
    <Screen
      layout="flow"
      header={<PageHeader title={t('today.title')} note={formatLongDate(istanbulDate(Date.now()), language)} />}
    >
      <ErrorNote error={today.error} onRetry={() => void today.refetch()} />
      {today.isPending && <Skeleton height={160} />}
      {today.data && items.length === 0 && <EmptyState title={t('today.nothing')} text={t('today.nothingText')} />}
      <TodayList title={t('today.deadlines')} items={items.filter(isDeadline)} />
      <TodayList title={t('today.waiting')} items={items.filter((item) => !isDeadline(item))} />
    </Screen>
  )
}
