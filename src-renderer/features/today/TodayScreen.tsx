import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CertificateToday } from '../../../src-core/certificates/today.contract.ts'
import type { VisitToday } from '../../../src-core/delegations/today.contract.ts'
import { formatLongDate, istanbulDate } from '../../../src-core/kernel/dates.ts'
import type { TodayItem } from '../../../src-core/needs/today.contract.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { type KeyedLine, TodayList } from './TodayList.tsx'
import { erasureLine, isDeadline, lineOf } from './today-items.ts'
import { certificateLine, isVisitDeadline, visitLine } from './visit-lines.ts'

/** What must be done now; each line goes to the place where it is done. */
export function TodayScreen() {
  const { t } = useTranslation(['needs', 'delegations', 'certificates'])
  const language = useNumberLanguage()
  const officer = useOfficer()
  const needs = useQuery(orpc.needs.today.queryOptions())
  const visits = useQuery({
    ...orpc.delegations.visitsToday.queryOptions(),
    enabled: holds(officer, ['DC', 'TM']),
  })
  const certificates = useQuery({
    ...orpc.certificates.certificatesToday.queryOptions(),
    enabled: holds(officer, ['CR', 'TM']),
  })
  const erasures = useQuery({ ...orpc.people.erasuresToday.queryOptions(), enabled: holds(officer, ['TM', 'TO']) })
  const asked = [needs, visits, certificates, erasures]
  const line = (item: TodayItem): KeyedLine => ({
    ...lineOf(item, language),
    ...('cycleId' in item && { cycleId: item.cycleId }),
    key: `${item.kind} ${'cycleId' in item ? item.cycleId : ''}`,
  })
  const visit = (item: VisitToday): KeyedLine => ({
    ...visitLine(item, language),
    key: `${item.kind} ${'id' in item ? item.id : ''}`,
  })
  const items: readonly TodayItem[] = needs.data?.items ?? []
  const visitItems: readonly VisitToday[] = visits.data?.items ?? []
  const certificateItems: readonly CertificateToday[] = certificates.data?.items ?? []
  const deadlines = [...items.filter(isDeadline).map(line), ...visitItems.filter(isVisitDeadline).map(visit)]
  const waiting = [
    ...items.filter((item) => !isDeadline(item)).map(line),
    ...visitItems.filter((item) => !isVisitDeadline(item)).map(visit),
    ...certificateItems.map((item) => ({
      ...certificateLine(item, language),
      key: `${item.kind} ${'id' in item ? item.id : ''}`,
    })),
    ...(erasures.data && erasures.data.count > 0 ? [{ ...erasureLine(erasures.data), key: 'erasures' }] : []),
  ]
  // `isLoading` is false for what this officer is not asked about.
  const loading = asked.some(({ isLoading }) => isLoading)
  const empty = !loading && asked.every(({ error }) => !error) && deadlines.length + waiting.length === 0
  return (
    <Screen
      layout="flow"
      header={<PageHeader title={t('today.title')} note={formatLongDate(istanbulDate(Date.now()), language)} />}
    >
      {asked.map(
        ({ error, refetch }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the questions never change their places
          error && <ErrorNote key={at} error={error} onRetry={() => void refetch()} />,
      )}
      {loading && <Skeleton height={160} />}
      {empty && <EmptyState title={t('today.nothing')} text={t('today.nothingText')} />}
      {!loading && (
        <>
          <TodayList title={t('today.deadlines')} lines={deadlines} />
          <TodayList title={t('today.waiting')} lines={waiting} />
        </>
      )}
    </Screen>
  )
}
