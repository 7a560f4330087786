import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AvailabilityChange } from '../../../src-core/courses/availability.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { AvailabilityList } from './AvailabilityList.tsx'
import { AvailabilityMonth } from './AvailabilityMonth.tsx'
import { SpanForm } from './SpanForm.tsx'

type Props = { readonly trainerId: string; readonly readOnly: boolean }

/** When a trainer can come: a month to mark by mouse or keyboard, and the same as a list of spans. */
export function AvailabilityTab({ trainerId, readOnly }: Props) {
  const { t } = useTranslation('courses')
  const stated = useQuery(
    orpc.courses.trainerAvailability.queryOptions({ input: { trainerId, from: '1900-01-01', to: '2100-12-31' } }),
  )
  const state = async (change: AvailabilityChange) => {
    await client.courses.stateAvailability({ trainerId, ...change })
  }
  if (stated.isError) return <ErrorNote error={stated.error} onRetry={() => void stated.refetch()} />
  if (!stated.data) return <Loader aria-label={t('tabs.availability')} />
  const { entries } = stated.data
  return (
    <>
      <AvailabilityMonth
        entries={entries}
        readOnly={readOnly}
        onPaint={(change) => void state(change).catch(tellError)}
      />
      <Section title={t('availability.list')}>
        <AvailabilityList
          entries={entries}
          readOnly={readOnly}
          onRemove={(change) => void state(change).catch(tellError)}
        />
        {!readOnly && <SpanForm key={trainerId} onSubmit={state} />}
      </Section>
    </>
  )
}
