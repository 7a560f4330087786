import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../src-core/kernel/dates.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useGo } from '../../../app/address.ts'
import { holds, useOfficer } from '../../../app/session.ts'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { WithCycle } from '../cycle/WithCycle.tsx'
import { EntryDesk } from './EntryDesk.tsx'

/** Forms typed for people: by proxy or from paper, with no hand leaving the keys. */
export function EntryScreen() {
  const { t } = useTranslation('needs')
  return <WithCycle title={t('entry.title')}>{(cycle) => <Entry key={cycle.id} cycle={cycle} />}</WithCycle>
}

function Entry({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needs')
  const go = useGo()
  const why = useWhyNot(cycle)
  if (why === undefined) return <EntryDesk cycle={cycle} />
  return (
    <Screen header={<PageHeader title={t('entry.title')} note={t('entry.note', { year: cycle.year })} />}>
      <EmptyState
        title={t('entry.notOpen')}
        text={why}
        action={{ label: t('cycle.title'), run: () => go('/needs/cycle') }}
      />
    </Screen>
  )
}

/** Why this officer cannot enter anything now; undefined when she can. */
function useWhyNot(cycle: CycleView): string | undefined {
  const { t } = useTranslation('needs')
  const officer = useOfficer()
  switch (cycle.state) {
    case 'DRAFT':
      return t('entry.draftState')
    case 'READY':
      return t('entry.notYet', { opens: formatDate(cycle.opensOn) })
    case 'OPEN':
    case 'EXTENDED':
      return holds(officer, ['TO']) ? undefined : t('entry.onlyOfficer')
    case 'CLOSED':
      return holds(officer, ['TM']) ? undefined : t('entry.closed')
    default:
      return t('entry.over')
  }
}
