import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isProposalCode } from '../../../src-core/courses/topic.rules.ts'
import { type TopicRow, topicLevels, topicStates } from '../../../src-core/courses/topic.ts'
import { useTableView } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import type { Column } from '../../ui/table/columns.ts'
import { type TableView, withFilter } from '../../ui/table/view.ts'
import { ListScreen } from './ListScreen.tsx'
import { TopicPanel } from './TopicPanel.tsx'
import classes from './TopicsScreen.module.css'

const tones = { ACTIVE: 'good', PROPOSED: 'warn', RETIRED: 'neutral' } as const

/** The list begins with what is in use and what waits, by code. */
const start: TableView = {
  search: '',
  sort: [{ column: 'code', descending: false }],
  filter: { state: { kind: 'oneOf', values: ['ACTIVE', 'PROPOSED'] } },
}

/** The catalogue of training topics. */
export function TopicsScreen() {
  const { t } = useTranslation('courses')
  const columns = useTopicColumns()
  return (
    <ListScreen<TopicRow>
      name="courses.topics"
      words={{
        title: t('topics.title'),
        add: t('topics.add'),
        search: t('topics.search'),
        empty: t('topics.empty'),
        emptyText: t('topics.emptyText'),
      }}
      columns={columns}
      fetch={(page) => client.courses.listTopics(page)}
      start={start}
      exportFile={(list) => client.courses.exportTopics(list)}
      importAt="/catalogue/import?kind=topics"
      note={<Proposals />}
      panel={(props) => <TopicPanel key={props.id ?? 'new'} {...props} />}
    />
  )
}

/** How many topics came out of imports and wait; the number leads to them. */
function Proposals() {
  const { t } = useTranslation('courses')
  const { view, onView } = useTableView(start)
  const waiting = { kind: 'oneOf' as const, values: ['PROPOSED'] }
  const found = useQuery(orpc.courses.listTopics.queryOptions({ input: { end: 1, filter: { state: waiting } } }))
  const count = found.data?.total ?? 0
  if (count === 0) return null
  return (
    <button type="button" className={classes.proposals} onClick={() => onView(withFilter(view, 'state', waiting))}>
      {t('topics.proposals', { count })}
    </button>
  )
}

function useTopicColumns(): readonly Column<TopicRow>[] {
  const { t } = useTranslation('courses')
  const categories = useQuery(orpc.courses.topicCategories.queryOptions())
  const names = categories.data?.categories
  return useMemo(
    () => [
      {
        id: 'code',
        title: t('topics.code'),
        type: 'text',
        width: 104,
        // A provisional code means nothing to anybody.
        value: (row) => (isProposalCode(row.code) ? null : row.code),
      },
      { id: 'name', title: t('topics.name'), type: 'text', width: 320, grow: 2, value: (row) => row.name },
      {
        id: 'category',
        title: t('topics.category'),
        type: 'choice',
        width: 200,
        grow: 1,
        choices: (names ?? [])
          .filter(({ category }) => category !== '')
          .map(({ category }) => ({ value: category, label: category })),
        value: (row) => row.category,
      },
      {
        id: 'level',
        title: t('topics.level'),
        type: 'choice',
        width: 144,
        choices: topicLevels.map((value) => ({ value, label: t(`word.level.${value}`) })),
        value: (row) => row.level,
      },
      {
        id: 'lessonHoursTenths',
        title: t('topics.lessonHours'),
        type: 'number',
        width: 92,
        value: (row) => row.lessonHoursTenths / 10,
        filterable: false,
      },
      {
        id: 'mandatory',
        title: t('topics.mandatory'),
        type: 'flag',
        width: 84,
        value: (row) => row.legalBasis !== null,
      },
      {
        id: 'repeatMonths',
        title: t('topics.repeatMonths'),
        type: 'number',
        width: 116,
        value: (row) => row.repeatMonths,
      },
      { id: 'aliases', title: t('topics.aliasCount'), type: 'number', width: 80, value: (row) => row.aliases },
      {
        id: 'trainers',
        title: t('topics.trainers'),
        type: 'number',
        width: 88,
        hidden: true,
        value: (row) => row.trainers,
      },
      {
        id: 'state',
        title: t('topics.state'),
        type: 'choice',
        width: 124,
        choices: topicStates.map((value) => ({ value, label: t(`word.topicState.${value}`), tone: tones[value] })),
        value: (row) => row.state,
      },
      { id: 'nameEn', title: t('topics.nameEn'), type: 'text', width: 260, hidden: true, value: (row) => row.nameEn },
      {
        id: 'legalBasis',
        title: t('topics.legalBasis'),
        type: 'text',
        width: 260,
        hidden: true,
        value: (row) => row.legalBasis,
      },
    ],
    [t, names],
  )
}
