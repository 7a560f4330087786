import { Button, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { viewerAddressSchema } from '../../../src-core/delegations/viewer.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './delegations.module.css'
import { useMay } from './use-may.ts'

/** Who of the body sees its programme on the portal. */
export function Viewers({ file }: { readonly file: Delegation }) {
  const { t } = useTranslation('delegations')
  const found = useQuery(orpc.delegations.programmeViewers.queryOptions({ input: { delegationId: file.id } }))
  return (
    <Section title={t('viewers.title')} note={t('viewers.note', { body: file.requestingBody })}>
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <Addresses key={found.data.addresses.join()} delegationId={file.id} stored={found.data.addresses} />
      )}
    </Section>
  )
}

function Addresses({ delegationId, stored }: { readonly delegationId: string; readonly stored: readonly string[] }) {
  const { t } = useTranslation(['delegations', 'common'])
  const may = useMay()
  const [addresses, setAddresses] = useState([...stored])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const wrong = addresses.filter((address) => !viewerAddressSchema.safeParse(address).success)
  const save = async () => {
    setFailure(undefined)
    setBusy(true)
    try {
      await client.delegations.showProgrammeTo({ delegationId, addresses })
      tell({ text: t('viewers.saved'), tone: 'good' })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  if (!may.edit) return <p className={classes.dim}>{stored.join(', ') || t('viewers.nobody')}</p>
  return (
    <div className={classes.stack}>
      <TagsInput
        label={t('viewers.addresses')}
        description={t('viewers.hint')}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        maxTags={60}
        value={addresses}
        onChange={setAddresses}
        error={wrong.length > 0 && t('viewers.wrong', { addresses: wrong.join(', ') })}
      />
      <div className={classes.end}>
        <Button
          variant="default"
          loading={busy}
          disabled={wrong.length > 0 || addresses.join() === stored.join()}
          onClick={() => void save()}
        >
          {t('common:actions.save')}
        </Button>
      </div>
      <ErrorNote error={failure} />
    </div>
  )
}
