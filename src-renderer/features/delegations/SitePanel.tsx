import { Button, Checkbox, Loader, MultiSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { protectiveItems } from '../../../src-core/delegations/programme.ts'
import { type Site, siteFieldsSchema } from '../../../src-core/delegations/site.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import classes from './delegations.module.css'
import { SiteTravel } from './SiteTravel.tsx'
import { useMay } from './use-may.ts'
import { choicesOf } from './words.ts'

type Props = {
  readonly id: string | undefined
  readonly onClose: () => void
  readonly onStep: ((by: 1 | -1) => void) | undefined
  readonly onAdded: (id: string) => void
}

type Values = {
  readonly nameTr: string
  readonly nameEn: string
  readonly owner: string
  readonly address: string
  readonly capacity: number | null
  readonly minutesOnSite: number | null
  readonly weekdays: string[]
  readonly safetyTr: string
  readonly safetyEn: string
  readonly ppe: string[]
  readonly accessible: boolean
  readonly photoAllowed: boolean
  readonly contactPerson: string
  readonly phone: string
  readonly textTr: string
  readonly textEn: string
}

const valuesOf = (site?: Site): Values => ({
  nameTr: site?.nameTr ?? '',
  nameEn: site?.nameEn ?? '',
  owner: site?.owner ?? '',
  address: site?.address ?? '',
  capacity: site?.capacity ?? null,
  minutesOnSite: site?.minutesOnSite ?? 90,
  weekdays: (site?.weekdays ?? [1, 2, 3, 4, 5]).map(String),
  safetyTr: site?.safetyTr ?? '',
  safetyEn: site?.safetyEn ?? '',
  ppe: [...(site?.ppe ?? [])],
  accessible: site?.accessible ?? true,
  photoAllowed: site?.photoAllowed ?? true,
  contactPerson: site?.contactPerson ?? '',
  phone: site?.phone ?? '',
  textTr: site?.textTr ?? '',
  textEn: site?.textEn ?? '',
})

const inputOf = (values: Values) => ({ ...values, weekdays: values.weekdays.map(Number) })

const problems = (values: Values): Problems<Values> =>
  schemaProblems(siteFieldsSchema, inputOf(values)) as Problems<Values>

const width = 560

/** A site beside the catalogue, with its travel times. */
export function SitePanel({ id, ...rest }: Props) {
  const { t } = useTranslation('delegations')
  const found = useQuery({
    ...orpc.delegations.getSite.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  if (id === undefined) return <SiteBody {...rest} />
  if (found.data) return <SiteBody key={found.data.rowVersion} site={found.data} {...rest} />
  return (
    <SidePanel title={t('sites.one')} width={width} onClose={rest.onClose}>
      {found.error ? (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Loader aria-label={t('sites.one')} />
      )}
    </SidePanel>
  )
}

function SiteBody({ site, onClose, onStep, onAdded }: Omit<Props, 'id'> & { readonly site?: Site }) {
  const { t, i18n } = useTranslation(['delegations', 'common'])
  const may = useMay()
  const formId = useId()
  const form = useForm<Values>({
    initial: valuesOf(site),
    check: problems,
    draft: `site:${site?.id ?? 'new'}`,
    submit: async (values) => {
      const fields = siteFieldsSchema.parse(inputOf(values))
      if (site) await client.delegations.changeSite({ id: site.id, rowVersion: site.rowVersion, fields })
      else {
        const { id } = await client.delegations.addSite(fields)
        onAdded(id)
      }
      tell({ text: t('sites.saved', { name: fields.nameTr }), tone: 'good' })
    },
  })
  return (
    <SidePanel
      title={site ? (i18n.language === 'en' ? site.nameEn : site.nameTr) : t('sites.add')}
      width={width}
      onClose={onClose}
      {...(onStep && { onStep })}
      actions={
        may.edit && (
          <>
            {site && (
              <Button
                variant="default"
                onClick={() =>
                  void client.delegations.setSiteActive({
                    ...{ id: site.id, rowVersion: site.rowVersion, active: !site.active },
                  })
                }
              >
                {t(site.active ? 'sites.close' : 'sites.reopen')}
              </Button>
            )}
            <Button className={classes.main ?? ''} type="submit" form={formId} loading={form.busy}>
              {t('common:actions.save')}
            </Button>
          </>
        )
      }
    >
      {/* Whoever may only read finds no field to go to, but scrolls. */}
      <section aria-label={t('sites.one')} {...(!may.edit && { tabIndex: 0 })}>
        <form id={formId} {...form.props}>
          <fieldset className={`${classes.stack} ${classes.plain}`} disabled={!may.edit}>
            <Fields>
              <TextInput label={t('field.titleTr')} required {...form.text('nameTr')} />
              <TextInput label={t('field.titleEn')} required {...form.text('nameEn')} />
              <TextInput label={t('sites.owner')} required {...form.text('owner')} />
            </Fields>
            <Fields columns={2}>
              <TextInput label={t('sites.contactPerson')} {...form.text('contactPerson')} />
              <TextInput label={t('sites.phone')} {...form.text('phone')} />
              <NumberField label={t('sites.minutesOnSite')} required min={15} {...form.number('minutesOnSite')} />
              <NumberField label={t('sites.capacity')} min={1} {...form.number('capacity')} />
              <TextInput label={t('sites.address')} {...form.text('address')} />
              <MultiSelect
                label={t('sites.weekdays')}
                required
                data={choicesOf(['1', '2', '3', '4', '5', '6', '7'], 'sites.weekday')}
                {...form.of('weekdays')}
              />
              <MultiSelect label={t('sites.ppe')} data={choicesOf(protectiveItems, 'ppe')} {...form.of('ppe')} />
              <div className={classes.stack}>
                <Checkbox label={t('sites.accessible')} {...form.flag('accessible')} />
                <Checkbox label={t('sites.photoAllowed')} {...form.flag('photoAllowed')} />
              </div>
              <Textarea label={t('sites.safetyTr')} autosize minRows={2} {...form.text('safetyTr')} />
              <Textarea label={t('sites.safetyEn')} autosize minRows={2} {...form.text('safetyEn')} />
              <Textarea label={t('sites.textTr')} autosize minRows={2} {...form.text('textTr')} />
              <Textarea label={t('sites.textEn')} autosize minRows={2} {...form.text('textEn')} />
            </Fields>
            <ErrorNote error={form.failure} />
          </fieldset>
        </form>
      </section>
      {site && <SiteTravel siteId={site.id} editable={may.edit} />}
    </SidePanel>
  )
}
