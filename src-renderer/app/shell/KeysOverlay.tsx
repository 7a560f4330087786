import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useListedKeys } from '../../ui/keys.ts'
import { Dialog } from '../../ui/layer/Dialog.tsx'
import { textOf } from '../i18n.ts'
import classes from './KeysOverlay.module.css'

type Props = { readonly opened: boolean; readonly onClose: () => void }

/** The grid's own keys, which are nowhere registered. */
const tableKeys = [
  ['ArrowUp ArrowDown ArrowLeft ArrowRight', 'arrows'],
  ['Enter', 'enter'],
  ['Space', 'space'],
  ['Ctrl+C', 'copy'],
  ['Enter', 'sort'],
  ['Ctrl+Enter', 'filter'],
  ['Shift+ArrowLeft Shift+ArrowRight', 'moveColumn'],
  ['Alt+ArrowLeft Alt+ArrowRight', 'resizeColumn'],
  ['ArrowUp ArrowDown', 'nextRecord'],
] as const

/** Every key that means something now. */
export function KeysOverlay({ opened, onClose }: Props) {
  const { t } = useTranslation('common')
  const here = useListedKeys('here')
  const everywhere = useListedKeys('everywhere')
  const list = (title: string, keys: readonly (readonly [keys: string, label: string])[]) =>
    keys.length > 0 && (
      <section>
        <h3 className={classes.heading}>{title}</h3>
        <dl className={classes.list}>
          {keys.map(([key, label]) => (
            <div key={`${key} ${label}`}>
              <dt>{label}</dt>
              <dd>
                <KeyHint keys={key} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    )
  const named = (keys: typeof here) => keys.map((key) => [key.keys, textOf(key.labelKey)] as const)
  return (
    <Dialog opened={opened} onClose={onClose} title={t('shell.keys')} size={720} withClose>
      <div className={classes.columns} data-autofocus tabIndex={-1}>
        <div>
          {list(t('shell.keysHere'), named(here))}
          {list(t('shell.keysEverywhere'), named(everywhere))}
        </div>
        <div>
          {list(
            t('shell.keysTable'),
            tableKeys.map(([key, label]) => [key, t(`keys.${label}`)] as const),
          )}
        </div>
      </div>
    </Dialog>
  )
}
