import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListKind } from '../../../src-core/people/list-change.ts'
import { useGo } from '../../app/address.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { useUndoImport } from '../imports/use-undo-import.ts'

type Result = {
  readonly batchId: string
  readonly created: number
  readonly changed: number
  readonly left: number
  readonly leftOut: number
}

type Props = { readonly kind: ListKind; readonly result: Result; readonly onAnother: () => void }

const places = { staff: '/people/staff', units: '/people/units', titles: '/people/titles' } as const

/** What was written, and the ways on. */
export function ListDoneStep({ kind, result, onAnother }: Props) {
  const { t } = useTranslation('people')
  const go = useGo()
  const undo = useUndoImport()
  // Who left is told in a sentence of its own.
  const changed = kind === 'staff' ? result.changed - result.left : result.changed
  return (
    <Section title={t('list.doneTitle')}>
      <p>{t('list.doneText', { created: result.created, changed })}</p>
      {kind === 'staff' && result.left > 0 && <p>{t('list.doneLeft', { count: result.left })}</p>}
      {result.leftOut > 0 && <p>{t('list.doneLeftOut', { count: result.leftOut })}</p>}
      <Group gap={8} mt={12}>
        <Button onClick={() => go(places[kind])}>{t(`list.doneTo.${kind}`)}</Button>
        <Button variant="default" onClick={onAnother}>
          {t('list.another')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onAnother()
            void undo(result.batchId)
          }}
        >
          {t('list.undo')}
        </Button>
      </Group>
    </Section>
  )
}
