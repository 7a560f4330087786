import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../../src-core/certificates/register.contract.ts'
import { client } from '../../app/api.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { type Confirmation, ConfirmForm } from './ConfirmForm.tsx'
import type { useMay } from './use-may.ts'

export type CertificateAction = 'duplicate' | 'correct' | 'renew' | 'handOver' | 'void' | 'revoke'

const standing = new Set(['ISSUED', 'PRINTED', 'HANDED_OVER'])

/** What may be done with a certificate as it stands, by whoever looks at it. */
export function offeredActions(row: Certificate, may: ReturnType<typeof useMay>): readonly CertificateAction[] {
  const stands = standing.has(row.state)
  const offered: readonly (readonly [CertificateAction, boolean])[] = [
    ['duplicate', may.issue && (stands || row.state === 'REVOKED')],
    ['handOver', may.issue && (row.state === 'ISSUED' || row.state === 'PRINTED')],
    ['correct', may.issue && stands],
    ['renew', may.issue && stands && row.validUntil !== null],
    ['void', may.issue && (row.state === 'ISSUED' || row.state === 'PRINTED')],
    ['revoke', may.approve && stands],
  ]
  return offered.flatMap(([action, isOffered]) => (isOffered ? [action] : []))
}

type Props = {
  readonly row: Certificate
  readonly action: CertificateAction
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}

/** One action on a certificate, with what it asks for. */
export function CertificateActions({ row, action, onDone, onCancel }: Props) {
  const { t } = useTranslation('certificates')
  const [name, setName] = useState(row.holder.name)
  const [institution, setInstitution] = useState(row.holder.institution ?? '')
  const [country, setCountry] = useState(row.holder.country ?? '')
  const [validUntil, setValidUntil] = useState(row.validUntil)
  const { id, rowVersion } = row
  const run = async ({ reason, password, requestedBy }: Confirmation) => {
    const ending = { id, rowVersion, reason, ...(password !== undefined && { password }) }
    const { certificates } = client
    const { storeId } = await certificates.numberBlocks()
    let next = id
    if (action === 'duplicate')
      await certificates.duplicateCertificate({ id, rowVersion, reason, requestedBy: requestedBy || null })
    else if (action === 'handOver') await certificates.handOver({ ids: [id] })
    else if (action === 'correct')
      next = (
        await certificates.correctCertificate({
          ...ending,
          storeId,
          name,
          institution: institution || null,
          country: country || null,
        })
      ).id
    else if (action === 'renew') {
      if (validUntil === null) return
      next = (await certificates.renewCertificate({ ...ending, storeId, validUntil })).id
    } else if (action === 'void') await certificates.voidCertificate(ending)
    else await certificates.revokeCertificate(ending)
    tell({ text: t(`action.${action}.done`, { serial: row.serial }), tone: 'good' })
    onDone(next)
  }
  const asks = {
    duplicate: ['requestedBy', 'reason'],
    handOver: [],
    correct: ['reason', 'password'],
    renew: ['reason', 'password'],
    void: ['reason', 'password'],
    revoke: ['reason', 'password'],
  } as const satisfies Record<CertificateAction, readonly ('reason' | 'password' | 'requestedBy')[]>
  return (
    <ConfirmForm
      title={t(`action.${action}.what`, { serial: row.serial })}
      run={t(`action.${action}.run`)}
      danger={action === 'revoke' || action === 'void'}
      asks={asks[action]}
      onRun={run}
      onCancel={onCancel}
    >
      {action === 'correct' && (
        <>
          <TextInput label={t('field.name')} required value={name} onChange={(e) => setName(e.currentTarget.value)} />
          <TextInput
            label={t('field.institution')}
            value={institution}
            onChange={(e) => setInstitution(e.currentTarget.value)}
          />
          <TextInput label={t('field.country')} value={country} onChange={(e) => setCountry(e.currentTarget.value)} />
        </>
      )}
      {action === 'renew' && (
        <DateField label={t('field.validUntil')} required value={validUntil} onChange={setValidUntil} />
      )}
    </ConfirmForm>
  )
}
