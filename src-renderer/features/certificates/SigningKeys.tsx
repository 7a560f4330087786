import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { DateText } from '../../ui/values/texts.tsx'
import { ConfirmForm } from './ConfirmForm.tsx'
import classes from './certificates.module.css'
import { useMay } from './use-may.ts'

/** The public halves of the keys that certificates were and are signed with. */
export function SigningKeys() {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const found = useQuery(orpc.certificates.signingKeys.queryOptions())
  const [renewing, setRenewing] = useState(false)
  const keys = found.data?.keys ?? []
  return (
    <Section
      title={t('keys.title')}
      end={
        may.issue && (
          <Button size="xs" variant="default" onClick={() => setRenewing(true)}>
            {t('keys.renew')}
          </Button>
        )
      }
    >
      <div className={classes.stack}>
        <ErrorNote error={found.error} />
        {renewing && (
          <ConfirmForm
            title={t('keys.renewing')}
            run={t('keys.renew')}
            asks={['reason', 'password']}
            onRun={async ({ reason, password }) => {
              await client.certificates.rotateSigningKey({ reason, ...(password !== undefined && { password }) })
              setRenewing(false)
              tell({ text: t('keys.renewed'), tone: 'good' })
            }}
            onCancel={() => setRenewing(false)}
          />
        )}
        {keys.length === 0 && <p className={classes.dim}>{t('keys.none')}</p>}
        {keys.length > 0 && (
          <table className={classes.templates}>
            <thead>
              <tr>
                <th>{t('keys.public')}</th>
                <th>{t('keys.since')}</th>
                <th>{t('field.state')}</th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key.id}>
                  <td>
                    <code className={classes.key}>{key.publicKey}</code>
                  </td>
                  <td>
                    <DateText iso={key.since} />
                  </td>
                  <td>
                    <StatusWord tone={key.active ? 'good' : 'neutral'}>
                      {t(key.active ? 'keys.active' : 'keys.retired')}
                    </StatusWord>
                    {key.until && (
                      <div className={classes.dim}>
                        <DateText iso={key.until} /> {key.reason}
                      </div>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Section>
  )
}
