import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type TrainerRow, trainerKinds } from '../../../src-core/courses/trainer.ts'
import { client } from '../../app/api.ts'
import type { Column } from '../../ui/table/columns.ts'
import type { TableView } from '../../ui/table/view.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ListScreen } from './ListScreen.tsx'
import { languageNames } from './language-names.ts'
import { TrainerPanel } from './TrainerPanel.tsx'

const start: TableView = {
  search: '',
  sort: [{ column: 'name', descending: false }],
  filter: { active: { kind: 'oneOf', values: [1] } },
}

/** Everybody who trains, from inside and outside the institution. */
export function TrainersScreen() {
  const { t } = useTranslation('courses')
  const columns = useTrainerColumns()
  return (
    <ListScreen<TrainerRow>
      name="courses.trainers"
      words={{
        title: t('trainers.title'),
        add: t('trainers.add'),
        search: t('trainers.search'),
        empty: t('trainers.empty'),
        emptyText: t('trainers.emptyText'),
      }}
      columns={columns}
      fetch={(page) => client.courses.listTrainers(page)}
      start={start}
      exportFile={(list) => client.courses.exportTrainers(list)}
      importAt="/catalogue/import?kind=trainers"
      panel={(props) => <TrainerPanel key={props.id ?? 'new'} {...props} />}
    />
  )
}

function useTrainerColumns(): readonly Column<TrainerRow>[] {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('trainers.name'),
        type: 'text',
        width: 240,
        grow: 1,
        value: (row) => row.name,
        render: (row) => (row.left ? <LeftName row={row} /> : row.name),
      },
      {
        id: 'kind',
        title: t('trainers.kind'),
        type: 'choice',
        width: 112,
        choices: trainerKinds.map((value) => ({ value, label: t(`word.trainerKind.${value}`) })),
        value: (row) => row.kind,
      },
      {
        id: 'institution',
        title: t('trainers.institution'),
        type: 'text',
        width: 260,
        grow: 1,
        value: (row) => row.institution,
      },
      {
        id: 'languages',
        title: t('trainers.languagesShort'),
        type: 'text',
        width: 140,
        filterable: false,
        sortable: false,
        value: (row) => languageNames(row.languages, language),
      },
      { id: 'topics', title: t('trainers.topicCount'), type: 'number', width: 80, value: (row) => row.topics },
      {
        id: 'dailyFeeMinor',
        title: t('trainers.dailyFee'),
        type: 'money',
        width: 124,
        filterable: false,
        value: (row) => row.dailyFeeMinor,
      },
      {
        id: 'statedUntil',
        title: t('trainers.statedUntil'),
        type: 'date',
        width: 148,
        value: (row) => row.statedUntil,
      },
      { id: 'email', title: t('trainers.email'), type: 'text', width: 220, hidden: true, value: (row) => row.email },
      { id: 'phone', title: t('trainers.phone'), type: 'text', width: 140, hidden: true, value: (row) => row.phone },
      { id: 'active', title: t('word.activity.active'), type: 'flag', width: 88, value: (row) => row.active },
    ],
    [t, language],
  )
}

function LeftName({ row }: { readonly row: TrainerRow }) {
  const { t } = useTranslation('courses')
  return (
    <span>
      {row.name} <StatusWord tone="warn">{t('trainers.left')}</StatusWord>
    </span>
  )
}
