import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../../src-core/certificates/verify.contract.ts'
import { formatDateRange } from '../../../src-core/kernel/date-range.ts'
import { useGo } from '../../app/address.ts'
import { textIfAny } from '../../app/i18n.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Facts } from '../../ui/screen/Section.tsx'
import type { Tone } from '../../ui/values/StatusWord.tsx'
import { DateText, NumberText, useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './certificates.module.css'
import { showCode } from './show-code.ts'

const tones: Readonly<Record<Verdict['verdict'], Tone>> = {
  genuine: 'good',
  altered: 'bad',
  foreign: 'warn',
  unknown: 'bad',
}

const alteredWord = (part: string): string => textIfAny(`certificates:altered.${part}`) ?? ''

type Props = {
  readonly verdict: Verdict
  /** Whether a file was looked at, not a code or a number. */
  readonly ofFile: boolean
}

/** What verification found, first in one sentence, then what the register says. */
export function VerdictView({ verdict, ofFile }: Props) {
  const { t } = useTranslation('certificates')
  const language = useNumberLanguage()
  const go = useGo()
  const { certificate, standing, copyNo, altered } = verdict
  // One of ours that no longer stands must not begin with good news.
  const ended = verdict.verdict === 'genuine' && standing !== null && standing !== 'valid' ? standing : undefined
  const what = altered.map(alteredWord).filter(Boolean).join(', ')
  return (
    <div className={classes.stack}>
      {!ended && (
        <Note
          tone={tones[verdict.verdict]}
          title={t(`verdict.${verdict.verdict}.title`)}
          text={
            verdict.verdict === 'unknown' && ofFile
              ? t('verdict.unknown.file')
              : t(`verdict.${verdict.verdict}.text`, { what })
          }
        />
      )}
      {standing && standing !== 'valid' && (
        <Note
          tone={standing === 'revoked' || standing === 'voided' ? 'bad' : 'warn'}
          {...(ended && { title: t('verify.ended') })}
          text={[
            t(`standing.${standing}`),
            certificate?.replacedBy && t('verify.replacedBy', { serial: certificate.replacedBy }),
            certificate?.endReason,
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      )}
      {copyNo !== null && <Note tone="neutral" text={t('verify.copy', { copy: copyNo })} />}
      {certificate && (
        <>
          <Facts
            facts={[
              [t('field.name'), certificate.name],
              [t('field.serial'), certificate.serial],
              [t('field.code'), showCode(certificate.code)],
              [t('field.kind'), t(`kind.${certificate.kind}`)],
              [t('field.title'), certificate.titleTr],
              [t('field.titleEn'), certificate.titleEn],
              [t('field.dates'), formatDateRange(certificate.fromDate, certificate.toDate, language)],
              [t('field.hours'), <NumberText key="hours" value={certificate.lessonHoursTenths / 10} />],
              ...(certificate.attendedTenths === null
                ? []
                : [
                    [
                      t('field.attended'),
                      <NumberText key="attended" value={certificate.attendedTenths / 10} />,
                    ] as const,
                  ]),
              [t('field.issuedOn'), <DateText key="issued" iso={certificate.issuedOn} />],
              [t('field.issuer'), certificate.issuer],
            ]}
          />
          {certificate.id && (
            <div>
              <Button variant="default" onClick={() => go(`/certificates/register?open=${certificate.id}`)}>
                {t('verify.open')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
