import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { type Resource, type ResourceKind, roomPlaces } from '../../../src-core/delegations/logistics.ts'
import type { Participant } from '../../../src-core/delegations/participant.ts'
import { formatMoney } from '../../../src-core/kernel/numbers.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { Budget } from './Budget.tsx'
import classes from './delegations.module.css'
import { ResourceForm } from './ResourceForm.tsx'
import { useMay } from './use-may.ts'

const kinds = ['interpreter', 'vehicle', 'hotelRoom', 'gift'] as const

/** Interpreters, vehicles, rooms, gifts, and the budget. */
export function LogisticsTab({ file }: { readonly file: Delegation }) {
  const may = useMay()
  const editable = may.edit && file.state !== 'CANCELLED'
  const input = { delegationId: file.id }
  const resources = useQuery(orpc.delegations.resources.queryOptions({ input }))
  const people = useQuery(orpc.delegations.participants.queryOptions({ input }))
  if (resources.error) return <ErrorNote error={resources.error} />
  return (
    <div className={classes.page}>
      <Budget file={file} editable={editable} />
      {kinds.map((kind) => (
        <Resources
          key={kind}
          file={file}
          kind={kind}
          resources={(resources.data?.resources ?? []).filter((one) => one.kind === kind)}
          people={people.data?.participants ?? []}
          editable={editable}
        />
      ))}
    </div>
  )
}

type Props = {
  readonly file: Delegation
  readonly kind: ResourceKind
  readonly resources: readonly Resource[]
  readonly people: readonly Participant[]
  readonly editable: boolean
}

function Resources({ file, kind, resources, people, editable }: Props) {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const [openId, setOpenId] = useState<string>()
  const open = resources.find(({ id }) => id === openId)
  const close = () => setOpenId(undefined)
  return (
    <Section
      title={t(`logistics.${kind}`)}
      note={resources.length > 0 && String(resources.length)}
      end={
        editable && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={12} aria-hidden />}
            aria-label={`${t(`logistics.${kind}`)}: ${t('logistics.add')}`}
            onClick={() => setOpenId('new')}
          >
            {t('logistics.add')}
          </Button>
        )
      }
    >
      {resources.length === 0 && openId !== 'new' && <p className={classes.dim}>{t('logistics.none')}</p>}
      {(openId === 'new' || open) && (
        <ResourceForm
          key={open ? `${open.id} ${open.rowVersion}` : 'new'}
          delegationId={file.id}
          kind={kind}
          {...(open && { resource: open })}
          onClose={close}
        />
      )}
      <table className={classes.list}>
        <tbody>
          {resources.map((one) => (
            <tr key={one.id}>
              <td>
                <button type="button" className={classes.link} disabled={!editable} onClick={() => setOpenId(one.id)}>
                  {one.name}
                </button>
              </td>
              <td className={classes.dim}>{factsOf(one, language)}</td>
              <td className={classes.number}>{takenOf(one, people, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function factsOf(one: Resource, language: 'tr' | 'en'): string {
  switch (one.kind) {
    case 'interpreter':
      return [one.details.languages.join(', '), one.details.phone, formatMoney(one.details.feeMinor, language)]
        .filter(Boolean)
        .join(' · ')
    case 'vehicle':
      return [one.details.plate, one.details.driver, one.details.phone, one.details.departurePoint]
        .filter(Boolean)
        .join(' · ')
    case 'hotelRoom':
      return one.details.roomNo ?? ''
    case 'gift':
      return [`${one.details.given} / ${one.details.stock}`, one.details.givenTo].filter(Boolean).join(' · ')
  }
}

type Say = ReturnType<typeof useTranslation<'delegations'>>['t']

function takenOf(one: Resource, people: readonly Participant[], t: Say): string {
  if (one.kind !== 'vehicle' && one.kind !== 'hotelRoom') return ''
  const used = people.filter(
    ({ vehicleId, hotelRoomId, state }) => state !== 'CANCELLED' && (vehicleId === one.id || hotelRoomId === one.id),
  ).length
  const places = one.kind === 'vehicle' ? one.details.seats : roomPlaces[one.details.roomType]
  return t('logistics.taken', { used, places })
}
