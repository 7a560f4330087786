import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListCheck } from '../../../src-core/people/list-import.contract.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './list-import.module.css'
import { UnitPicker } from './UnitPicker.tsx'

type Units = NonNullable<ListCheck['staff']>['unknownUnits']

type Props = {
  readonly units: Units
  /** Checks again with what was learned. */
  readonly onLearned: () => void
}

/** Wordings that no unit is known by: the officer says once which unit is meant, and the unit keeps the spelling. */
export function UnknownUnits({ units, onLearned }: Props) {
  const { t } = useTranslation('people')
  const [busy, setBusy] = useState(false)
  const learn = async (text: string, id: string) => {
    setBusy(true)
    try {
      const { rowVersion, aliases, name } = await client.people.getUnit({ id })
      await client.people.changeUnit({ id, rowVersion, fields: { aliases: [...aliases, text] } })
      tell({ text: t('list.unknownUnitsLearned', { text, unit: name }), tone: 'good' })
      onLearned()
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={t('list.unknownUnits')}>
      <p className={classes.quiet}>{t('list.unknownUnitsText')}</p>
      <table className={classes.columns} style={{ maxWidth: 880 }}>
        <tbody>
          {units.map(({ text, rows, near }) => (
            <tr key={text}>
              <td className={classes.name}>{text}</td>
              <td className={classes.quiet}>{t('list.unknownUnitsRows', { count: rows })}</td>
              <td>
                <UnitPicker
                  ariaLabel={text}
                  size="xs"
                  width={380}
                  clearable={false}
                  disabled={busy}
                  first={near.map(({ id }) => id)}
                  value={null}
                  onChange={(id) => id && void learn(text, id)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
