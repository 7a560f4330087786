import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../../../src-core/certificates/group.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { type Confirmation, ConfirmForm } from './ConfirmForm.tsx'
import { useStageWord } from './use-stage-word.ts'

export type Decision = 'approve' | 'return' | 'issue'

type Props = { readonly group: Group; readonly decision: Decision; readonly onClose: () => void }

type Issue = {
  id: string
  rowVersion: number
  order: 'seat' | 'name'
  reason?: string
  password?: string
  storeId: string
}

/** Approval, return or issue of a group, with what each asks for. */
export function GroupDecision({ group, decision, onClose }: Props) {
  const { t } = useTranslation('certificates')
  const stageWord = useStageWord()
  const [order, setOrder] = useState<'seat' | 'name'>('seat')
  const issuing = useLongOperation((input: Issue, options) => client.certificates.issue(input, options))
  const { id, rowVersion } = group
  const needsReason = decision === 'return' || group.ownAttendance
  const count = group.holders.filter(({ state }) => state === (decision === 'issue' ? 'APPROVED' : 'PROPOSED')).length
  const run = async ({ reason, password }: Confirmation) => {
    const said = needsReason ? { reason } : {}
    if (decision === 'approve') {
      const { approved } = await client.certificates.approve({ id, rowVersion, ...said })
      tell({ text: t('groups.approved', { count: approved }), tone: 'good' })
    } else if (decision === 'return') {
      await client.certificates.returnGroup({ id, rowVersion, reason })
      tell({ text: t('groups.returnedNow'), tone: 'good' })
    } else {
      const { storeId } = await client.certificates.numberBlocks()
      const result = await issuing.start({ storeId, id, rowVersion, order, ...said, ...(password && { password }) })
      if (!result) return
      tell({
        text: t('groups.issuedNow', { count: result.issued, first: result.first, last: result.last }),
        tone: 'good',
      })
    }
    onClose()
  }
  return (
    <ConfirmForm
      key={decision}
      title={t(`groups.decide.${decision}`, { count })}
      run={t(`groups.${decision}`)}
      asks={[...(needsReason ? (['reason'] as const) : []), ...(decision === 'issue' ? (['password'] as const) : [])]}
      onRun={run}
      onCancel={onClose}
    >
      {group.ownAttendance && decision !== 'return' && (
        <Note tone="warn" text={t(group.separation === 'block' ? 'groups.ownBlocked' : 'groups.ownWarned')} />
      )}
      {decision === 'issue' && (
        <SegmentedControl
          size="xs"
          aria-label={t('print.order')}
          value={order}
          onChange={(value) => setOrder(value === 'name' ? 'name' : 'seat')}
          data={[
            { value: 'seat', label: t('print.bySeat') },
            { value: 'name', label: t('print.byName') },
          ]}
        />
      )}
      <ProgressPanel title={t('groups.issuing')} work={issuing.work} stageWord={stageWord} onCancel={issuing.cancel} />
      {issuing.work.status === 'failed' && <ErrorNote error={issuing.work.error} />}
    </ConfirmForm>
  )
}
