import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { needReasons } from '../../../../src-core/needs/need.ts'
import type { NeedRow } from '../../../../src-core/needs/need-list.contract.ts'
import type { ChoiceColumn, NumberColumn, TextColumn } from '../../../ui/table/columns.ts'

type Asked = Pick<NeedRow, 'topicName' | 'freeText'>
type Details = Pick<NeedRow, 'reason' | 'urgency'>

/** The topic's name, or the words that stand for none yet. */
export const askedText = ({ topicName, freeText }: Asked): string => topicName ?? freeText ?? ''

/** Columns that every list of needs has. */
export function useNeedColumns() {
  const { t } = useTranslation('needs')
  return useMemo(() => {
    const wanted: TextColumn<Asked> = {
      id: 'topic',
      type: 'text',
      title: t('field.wanted'),
      value: askedText,
      grow: 3,
    }
    const reason: ChoiceColumn<Details> = {
      id: 'reason',
      type: 'choice',
      title: t('field.reason'),
      value: (row) => row.reason,
      choices: needReasons.map((value) => ({ value, label: t(`word.reason.${value}`) })),
      width: 136,
    }
    const urgency: NumberColumn<Details> = {
      id: 'urgency',
      type: 'number',
      title: t('field.urgency'),
      value: (row) => row.urgency,
      decimals: 0,
      width: 84,
    }
    const quarter: NumberColumn<{ readonly quarter?: number | null; readonly preferredQuarter?: number | null }> = {
      id: 'quarter',
      type: 'number',
      title: t('field.quarter'),
      value: (row) => row.quarter ?? row.preferredQuarter,
      decimals: 0,
      width: 76,
    }
    return { wanted, reason, urgency, quarter }
  }, [t])
}
