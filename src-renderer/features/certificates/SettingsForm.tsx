import { Button, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { certificateKinds } from '../../../src-core/certificates/certificate.ts'
import { type CertificateSettings, certificateSettingsSchema } from '../../../src-core/certificates/settings.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'
import { useForm } from '../../ui/form/use-form.ts'
import classes from './certificates.module.css'
import { type SignatoryValues, signatoryValues } from './group-form.ts'
import { LogoField } from './LogoField.tsx'
import { SignatoriesField } from './SignatoriesField.tsx'
import { useMay } from './use-may.ts'

type Values = {
  readonly institutionEn: string
  readonly unitTr: string
  readonly unitEn: string
  readonly portal: string
  readonly place: string
  readonly placeEn: string
  readonly separation: string | null
  readonly numbersFrom: string | null
  readonly labels: CertificateSettings['labels']
  readonly signatories: readonly SignatoryValues[]
}

const schema = certificateSettingsSchema.omit({ logoLeft: true, logoRight: true })

const check = (values: Values): Problems<Values> => schemaProblems(schema, values)

/** The form of the settings; who may only read sees it closed. */
export function SettingsForm({ settings }: { readonly settings: CertificateSettings }) {
  const { t } = useTranslation(['certificates', 'common'])
  const may = useMay()
  const form = useForm<Values>({
    initial: {
      institutionEn: settings.institutionEn ?? '',
      unitTr: settings.unitTr ?? '',
      unitEn: settings.unitEn ?? '',
      portal: settings.portal,
      place: settings.place,
      placeEn: settings.placeEn,
      separation: settings.separation,
      numbersFrom: settings.numbersFrom,
      labels: settings.labels,
      signatories: signatoryValues(settings.signatories),
    },
    check,
    submit: async (values) => {
      await client.certificates.changeCertificateSettings(schema.parse(values))
      tell({ text: t('settings.saved'), tone: 'good' })
    },
  })
  const options = (name: 'separation' | 'numbersFrom', values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`settings.${name}Word.${value}` as 'settings.separationWord.warn') }))
  return (
    <form {...form.props} style={{ maxWidth: 800 }}>
      <fieldset className={`${classes.stack} ${classes.plain}`} disabled={!may.keepSettings}>
        {!may.keepSettings && <p className={classes.dim}>{t('settings.readOnly')}</p>}
        <Fields title={t('settings.heading')} columns={2}>
          <TextInput label={t('settings.institutionEn')} {...form.text('institutionEn')} />
          <TextInput label={t('settings.portal')} description={t('settings.portalHint')} {...form.text('portal')} />
          <TextInput label={t('settings.unitTr')} {...form.text('unitTr')} />
          <TextInput label={t('settings.unitEn')} {...form.text('unitEn')} />
          <TextInput label={t('field.place')} {...form.text('place')} />
          <TextInput label={t('field.placeEn')} {...form.text('placeEn')} />
        </Fields>
        <Fields title={t('settings.labels')} columns={2}>
          {certificateKinds.flatMap((kind) =>
            (['tr', 'en'] as const).map((language) => (
              <TextInput
                key={kind + language}
                label={`${t(`kind.${kind}`)} · ${t(`language.${language}`)}`}
                value={form.values.labels[kind][language]}
                onChange={(event) =>
                  form.set('labels', {
                    ...form.values.labels,
                    [kind]: { ...form.values.labels[kind], [language]: event.currentTarget.value },
                  })
                }
              />
            )),
          )}
        </Fields>
        <Fields title={t('settings.rules')} columns={2}>
          <Select
            label={t('settings.separation')}
            allowDeselect={false}
            data={options('separation', ['warn', 'block'])}
            {...form.choice('separation')}
          />
          <Select
            label={t('settings.numbersFrom')}
            allowDeselect={false}
            data={options('numbersFrom', ['here', 'portal'])}
            {...form.choice('numbersFrom')}
          />
        </Fields>
        <Fields title={t('field.signatories')}>
          <SignatoriesField
            value={form.values.signatories}
            onChange={(signatories) => form.set('signatories', signatories)}
          />
        </Fields>
        <Fields title={t('settings.logos')} columns={2}>
          <LogoField side="left" set={settings.logoLeft !== null} />
          <LogoField side="right" set={settings.logoRight !== null} />
        </Fields>
        <ErrorNote error={form.failure} />
        {may.keepSettings && (
          <div className={classes.row}>
            <Button type="submit" loading={form.busy}>
              {t('common:actions.save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  )
}
