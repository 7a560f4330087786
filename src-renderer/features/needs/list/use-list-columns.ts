import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { needKinds, needOutcomes, needSourceKinds } from '../../../../src-core/needs/need.ts'
import type { NeedRow } from '../../../../src-core/needs/need-list.contract.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { outcomeTone } from './outcome-tone.ts'
import { useNeedColumns } from './use-need-columns.ts'

const employmentTypes = ['OFFICER', 'CONTRACTED', 'CANDIDATE_OFFICER', 'WORKER', 'COMPANY'] as const

/** The columns of the list of all needs. */
export function useListColumns(): readonly Column<NeedRow>[] {
  const { t } = useTranslation('needs')
  const { wanted, reason, urgency, quarter } = useNeedColumns()
  return useMemo(
    (): readonly Column<NeedRow>[] => [
      {
        id: 'person',
        type: 'text',
        title: t('field.person'),
        value: (row) => row.personName ?? t('list.unitNeed', { count: row.headcount }),
        grow: 2,
      },
      { id: 'registryNo', type: 'text', title: t('field.registryNo'), value: (row) => row.registryNo, width: 84 },
      { id: 'unit', type: 'text', title: t('field.unit'), value: (row) => row.unitName, grow: 3 },
      wanted,
      {
        id: 'topicCode',
        type: 'text',
        title: t('field.topicCode'),
        value: (row) => row.topicCode,
        width: 110,
        hidden: true,
      },
      {
        id: 'freeText',
        type: 'text',
        title: t('field.freeText'),
        value: (row) => row.freeText,
        width: 220,
        hidden: true,
      },
      {
        id: 'kind',
        type: 'choice',
        title: t('field.kind'),
        value: (row) => row.kind,
        choices: needKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        width: 140,
        hidden: true,
      },
      {
        id: 'headcount',
        type: 'number',
        title: t('field.headcount'),
        value: (row) => row.headcount,
        width: 64,
        sum: true,
      },
      reason,
      urgency,
      quarter,
      {
        id: 'sources',
        type: 'text',
        title: t('field.sources'),
        value: (row) => row.sources.map((kind) => t(`word.source.${kind}`)).join(', '),
        width: 88,
        sortable: false,
        filterable: false,
      },
      {
        id: 'outcome',
        type: 'choice',
        title: t('field.outcome'),
        value: (row) => row.outcome,
        choices: needOutcomes.map((value) => ({
          value,
          label: t(`word.outcome.${value}`),
          tone: outcomeTone[value],
        })),
        width: 144,
      },
      {
        id: 'enteredAt',
        type: 'date',
        title: t('field.enteredAt'),
        value: (row) => row.enteredAt,
        width: 110,
        hidden: true,
      },
      {
        id: 'employmentType',
        type: 'choice',
        title: t('field.employment'),
        value: (row) => row.employmentType,
        choices: employmentTypes.map((value) => ({ value, label: t(`word.employment.${value}`) })),
        width: 150,
        hidden: true,
      },
      ...needSourceKinds.map(
        (kind): Column<NeedRow> => ({
          id: `source.${kind}`,
          type: 'flag',
          title: `${t('field.sources')}: ${t(`word.source.${kind}`)}`,
          value: (row) => row.sources.includes(kind),
          width: 110,
          hidden: true,
          sortable: false,
        }),
      ),
    ],
    [t, wanted, reason, urgency, quarter],
  )
}
