import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitRow } from '../../../src-core/people/unit.ts'
import classes from './UnitName.module.css'
import { TreeContext } from './unit-tree.ts'

const indent = 18

/** A unit's name at its depth, with the button that shows or hides what is below it. */
export function UnitName({ unit }: { readonly unit: UnitRow }) {
  const { t } = useTranslation('people')
  const { shown, collapsed, branches, toggle } = useContext(TreeContext)
  const isBranch = branches.has(unit.id)
  const closed = collapsed.has(unit.id)
  const Chevron = closed ? IconChevronRight : IconChevronDown
  return (
    <div className={classes.name} style={shown ? { paddingLeft: unit.depth * indent } : undefined}>
      {shown &&
        (isBranch ? (
          <button
            type="button"
            tabIndex={-1}
            className={classes.toggle}
            aria-expanded={!closed}
            aria-label={t(closed ? 'units.expand' : 'units.collapse', { name: unit.name })}
            onClick={() => toggle(unit.id)}
          >
            <Chevron size={14} stroke={2} aria-hidden />
          </button>
        ) : (
          <span className={classes.gap} />
        ))}
      <span
        className={classes.text}
        data-strong={(shown && isBranch) || undefined}
        data-closed={!unit.active || undefined}
        title={unit.name}
      >
        {unit.name}
      </span>
    </div>
  )
}
