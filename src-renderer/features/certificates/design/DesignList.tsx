import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './design.module.css'
import { useElementName } from './element-name.ts'
import { liftChosen, nudge, removeChosen } from './use-design-keys.ts'
import type { Editing } from './use-editing.ts'

/** Everything on the page by name, the uppermost first; what lies under something else is reached here. */
export function DesignList({ editing, readOnly }: { readonly editing: Editing; readonly readOnly: boolean }) {
  const { t } = useTranslation('certificates')
  const nameOf = useElementName()
  const { shown, chosen } = editing
  const choose = (at: number, more: boolean) =>
    editing.choose(!more ? [at] : chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at])
  return (
    <>
      <h2 className={classes.title}>{t('design.elements', { count: shown.elements.length })}</h2>
      {!readOnly && chosen.length > 0 && (
        <div className={classes.buttons}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={chosen.length !== 1}
            onClick={() => liftChosen(editing, 1)}
          >
            {t('design.forward')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={chosen.length !== 1}
            onClick={() => liftChosen(editing, -1)}
          >
            {t('design.backward')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => removeChosen(editing)}>
            {t('design.delete')}
          </Button>
        </div>
      )}
      <ul className={classes.list}>
        {shown.elements
          .map((element, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an element is its place in the pile
            <li key={at}>
              <button
                type="button"
                className={classes.item}
                aria-pressed={chosen.includes(at)}
                onKeyDown={(event) => !readOnly && nudge(event, editing, at)}
                onClick={(event) => choose(at, event.shiftKey || event.ctrlKey || event.metaKey)}
              >
                {nameOf(element)}
              </button>
            </li>
          ))
          .reverse()}
      </ul>
    </>
  )
}
