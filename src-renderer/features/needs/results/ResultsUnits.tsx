import { useTranslation } from 'react-i18next'
import { outcomeOf } from '../../../../src-core/needs/decision.ts'
import type { UnitResult } from '../../../../src-core/needs/report.contract.ts'
import { useGo } from '../../../app/address.ts'
import { Section } from '../../../ui/screen/Section.tsx'
import { NumberText } from '../../../ui/values/texts.tsx'
import { named, needsAt, oneOf } from '../list/needs-at.ts'
import { allDecisions } from '../priorities/demand.ts'
import classes from './ResultsUnits.module.css'

/** Units in the order of the tree with what became of their needs; every number leads to the needs behind it. */
export function ResultsUnits({ units }: { readonly units: readonly UnitResult[] }) {
  const { t } = useTranslation('needsDecide')
  const go = useGo()
  return (
    <Section title={t('results.chart.units')}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('results.unit')}</th>
              <th scope="col">{t('results.persons')}</th>
              <th scope="col">{t('results.lines')}</th>
              {allDecisions.map((decision) => (
                <th key={decision} scope="col">
                  {t(`decision.${decision}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unitId}>
                <th scope="row">
                  <span className={classes.code}>{unit.code}</span> {unit.name}
                </th>
                <td>
                  <NumberText value={unit.persons} />
                </td>
                <td>
                  <Count
                    value={unit.lines}
                    label={`${unit.name}: ${t('results.lines')}`}
                    onOpen={() => go(needsAt({ unit: named(unit.name) }))}
                  />
                </td>
                {allDecisions.map((decision) => (
                  <td key={decision}>
                    <Count
                      value={unit.decisions[decision]}
                      label={`${unit.name}: ${t(`decision.${decision}`)}`}
                      onOpen={() => go(needsAt({ unit: named(unit.name), outcome: oneOf(outcomeOf[decision]) }))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

type CountProps = { readonly value: number; readonly label: string; readonly onOpen: () => void }

function Count({ value, label, onOpen }: CountProps) {
  if (value === 0) return <span className={classes.none}>0</span>
  return (
    <button type="button" className={classes.link} aria-label={`${label} ${value}`} onClick={onOpen}>
      <NumberText value={value} />
    </button>
  )
}
