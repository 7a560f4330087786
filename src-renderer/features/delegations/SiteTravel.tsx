import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './delegations.module.css'

type Props = { readonly siteId: string; readonly editable: boolean }

/** Minutes from a site to every other; saved when a field is left. */
export function SiteTravel({ siteId, editable }: Props) {
  const { t, i18n } = useTranslation('delegations')
  const found = useQuery(orpc.delegations.travelFrom.queryOptions({ input: { id: siteId } }))
  const save = async (toSiteId: string, text: string, before: number | null) => {
    const minutes = text.trim() === '' ? null : Number(text.replaceAll(/\D/g, ''))
    if (minutes === before) return
    try {
      await client.delegations.setTravel({ fromSiteId: siteId, toSiteId, minutes })
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <Section title={t('sites.travel')} note={t('sites.travelHint')}>
      <table className={classes.list}>
        <tbody>
          {found.data?.to.map(({ id, nameTr, nameEn, minutes }) => (
            <tr key={`${id} ${minutes}`}>
              <td>{i18n.language === 'en' ? nameEn : nameTr}</td>
              <td className={classes.number}>
                <NumberField
                  size="xs"
                  w={72}
                  min={1}
                  max={600}
                  disabled={!editable}
                  aria-label={`${t('sites.travel')}: ${i18n.language === 'en' ? nameEn : nameTr}`}
                  defaultValue={minutes ?? ''}
                  onBlur={(event) => void save(id, event.currentTarget.value, minutes)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
