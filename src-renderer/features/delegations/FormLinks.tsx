import { useQuery } from '@tanstack/react-query'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import type { Participant } from '../../../src-core/delegations/participant.ts'
import { linkLanguages } from '../../../src-core/links/purpose.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { LinkTable } from '../links/LinkTable.tsx'
import { formLanguageOf } from './form-language.ts'

const closed: readonly Participant['state'][] = ['CANCELLED', 'PURGED', 'CERTIFIED', 'LEFT_EARLY']

/** Participants and the links to their own forms. */
export function FormLinks({ file, people }: { readonly file: Delegation; readonly people: readonly Participant[] }) {
  const found = useQuery(orpc.links.listLinks.queryOptions({ input: { delegationId: file.id, trainerId: null } }))
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return null
  const { links } = found.data
  const holders = people
    .filter(({ state }) => !closed.includes(state))
    .map((one) => {
      const link = links.find(({ participantId }) => participantId === one.id)
      return {
        key: one.id,
        subject: { purpose: 'PARTICIPANT' as const, participantId: one.id },
        name: `${one.givenNames} ${one.surname}`,
        detail: one.institution,
        email: link?.holderEmail ?? one.email ?? '',
        language: link?.language ?? formLanguageOf(one.nationality),
        link,
      }
    })
  return <LinkTable holders={holders} languages={linkLanguages} until={file.fromDate} mailable />
}
