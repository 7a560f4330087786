import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { needsHost } from '../../../src-core/delegations/programme.rules.ts'
import type { ProgrammeItem } from '../../../src-core/delegations/programme.ts'
import { fold } from '../../../src-core/kernel/turkish.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { LinkTable } from '../links/LinkTable.tsx'

type Props = {
  readonly file: Delegation
  readonly items: readonly ProgrammeItem[]
  /** Marks slots as asked for. */
  readonly onAsked: (ids: readonly string[]) => void
}

const answered = ({ hostState }: ProgrammeItem): boolean =>
  hostState === 'ACCEPTED' || hostState === 'ALTERNATIVE' || hostState === 'DECLINED'

/** Hosts of a programme and the links by which they answer. */
export function HostLinks({ file, items, onAsked }: Props) {
  const { t } = useTranslation('delegations')
  const found = useQuery(orpc.links.listLinks.queryOptions({ input: { delegationId: file.id, trainerId: null } }))
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return null
  const links = found.data.links.filter(({ purpose }) => purpose === 'HOST')
  const slotsOf = new Map<string, ProgrammeItem[]>()
  for (const item of items) {
    if (!needsHost(item.kind) || item.hostUnit === null) continue
    const key = fold(item.hostUnit)
    slotsOf.set(key, [...(slotsOf.get(key) ?? []), item])
  }
  const holders = [...slotsOf].map(([key, slots]) => {
    const link = links.find(({ host }) => fold(host ?? '') === key)
    const host = slots[0]?.hostUnit ?? ''
    const person = slots.find(({ hostPerson }) => hostPerson !== null)?.hostPerson
    return {
      key,
      subject: { purpose: 'HOST' as const, delegationId: file.id, host },
      name: person ?? host,
      detail: t('hostLinks.detail', { host, answered: slots.filter(answered).length, count: slots.length }),
      email: link?.holderEmail ?? '',
      language: link?.language ?? ('tr' as const),
      link,
    }
  })
  if (holders.length === 0) return <EmptyState title={t('hostLinks.none')} text={t('hostLinks.noneText')} />
  return (
    <LinkTable
      holders={holders}
      languages={['tr', 'en']}
      until={file.fromDate}
      mailable
      onMade={(keys) => {
        const waiting = keys.flatMap((key) => slotsOf.get(key) ?? []).filter(({ hostState }) => hostState === 'NONE')
        if (waiting.length > 0) onAsked(waiting.map(({ id }) => id))
      }}
    />
  )
}
