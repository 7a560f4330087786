import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconLink, IconPlus, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { type Participant, participantStates } from '../../../src-core/delegations/participant.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './delegations.module.css'
import { FormLinks } from './FormLinks.tsx'
import { PersonForm } from './PersonForm.tsx'
import { PersonList } from './PersonList.tsx'
import { useMay } from './use-may.ts'
import { choicesOf, countryChoices, personTones } from './words.ts'

type Open =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'list' }
  | { readonly kind: 'links' }

/** Who comes. */
export function PeopleTab({ file }: { readonly file: Delegation }) {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const may = useMay()
  const editable = may.edit && file.state !== 'CANCELLED'
  const [open, setOpen] = useState<Open>()
  const found = useQuery(orpc.delegations.participants.queryOptions({ input: { delegationId: file.id } }))
  const columns = useMemo<readonly Column<Participant>[]>(
    () => [
      { id: 'seatNo', title: '#', type: 'number', width: 56, value: (row) => row.seatNo },
      { id: 'surname', title: t('people.surname'), type: 'text', width: 160, grow: 1, value: (row) => row.surname },
      {
        id: 'givenNames',
        title: t('people.givenNames'),
        type: 'text',
        width: 160,
        grow: 1,
        value: (row) => row.givenNames,
      },
      {
        id: 'nationality',
        title: t('people.nationality'),
        type: 'choice',
        width: 110,
        choices: countryChoices(),
        value: (row) => row.nationality,
      },
      {
        id: 'institution',
        title: t('people.institution'),
        type: 'text',
        width: 210,
        grow: 1,
        value: (row) => row.institution,
      },
      { id: 'position', title: t('people.position'), type: 'text', width: 170, grow: 1, value: (row) => row.position },
      { id: 'groupNo', title: t('people.group'), type: 'number', width: 72, value: (row) => row.groupNo || null },
      { id: 'visa', title: t('people.visaNeeded'), type: 'flag', hidden: true, value: (row) => row.details.visaNeeded },
      { id: 'arrivalOn', title: t('people.arrivalOn'), type: 'date', hidden: true, value: (row) => row.arrivalOn },
      {
        id: 'state',
        title: t('field.state'),
        type: 'choice',
        width: 130,
        choices: choicesOf(participantStates, 'personState', personTones),
        value: (row) => row.state,
      },
    ],
    [t],
  )
  const people = found.data?.participants
  const person = open?.kind === 'person' ? people?.find(({ id }) => id === open.id) : undefined
  const exportList = () => {
    client.delegations.exportParticipants({ delegationId: file.id, language }).then(saveFile, tellError)
  }
  const close = () => setOpen(undefined)
  return (
    <div className={classes.page}>
      <div className={classes.row}>
        {editable && (
          <>
            <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen({ kind: 'new' })}>
              {t('people.add')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconUpload size={14} aria-hidden />}
              onClick={() => setOpen({ kind: 'list' })}
            >
              {t('people.fromList')}
            </Button>
            <Button
              size="xs"
              variant="default"
              aria-expanded={open?.kind === 'links'}
              leftSection={<IconLink size={14} aria-hidden />}
              onClick={() => setOpen(open?.kind === 'links' ? undefined : { kind: 'links' })}
            >
              {t('people.formLinks')}
            </Button>
          </>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
          onClick={exportList}
        >
          {t('people.export')}
        </Button>
      </div>
      {open?.kind === 'list' && <PersonList delegationId={file.id} onClose={close} />}
      {people && open?.kind === 'links' && <FormLinks file={file} people={people} />}
      {found.data && open?.kind === 'new' && (
        <PersonForm file={file} noticeVersion={found.data.noticeVersion} readOnly={false} onClose={close} />
      )}
      {found.data && person && (
        <PersonForm
          key={`${person.id} ${person.rowVersion}`}
          file={file}
          person={person}
          noticeVersion={found.data.noticeVersion}
          readOnly={!editable || person.state === 'PURGED'}
          onClose={close}
        />
      )}
      <div className={classes.fill}>
        <DataTable
          name="delegations.participants"
          label={t('people.title')}
          columns={columns}
          rowId={(row) => row.id}
          rows={people}
          openId={open?.kind === 'person' ? open.id : undefined}
          onOpen={(row) => setOpen({ kind: 'person', id: row.id })}
          {...(found.error && { failure: <ErrorNote error={found.error} /> })}
          empty={
            <EmptyState
              title={t('people.empty')}
              text={t('people.emptyText')}
              {...(editable && { action: { label: t('people.add'), run: () => setOpen({ kind: 'new' }) } })}
            />
          }
        />
      </div>
    </div>
  )
}
