import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './delegations.module.css'

/** Photographs that participants sent of themselves; nothing where there are none. */
export function Portraits({ delegationId }: { readonly delegationId: string }) {
  const { t } = useTranslation('delegations')
  const found = useQuery(orpc.delegations.participantPhotos.queryOptions({ input: { delegationId } }))
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const photos = found.data?.photos ?? []
  if (photos.length === 0) return null
  return (
    <Section title={t('people.portraits')} note={String(photos.length)}>
      <div className={classes.portraits}>
        {photos.map(({ participantId, name, photo }) => (
          <figure key={participantId} className={classes.portrait}>
            <img src={`data:image/jpeg;base64,${photo}`} alt="" />
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </div>
    </Section>
  )
}
