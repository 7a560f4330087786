import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CourseList } from '../../../src-core/courses/list-change.ts'
import { useGo } from '../../app/address.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { useUndoImport } from '../imports/use-undo-import.ts'

type Result = {
  readonly batchId: string
  readonly created: number
  readonly changed: number
  readonly leftOut: number
}

type Props = { readonly kind: CourseList; readonly result: Result; readonly onAnother: () => void }

/** What was written, and the ways on. */
export function DoneStep({ kind, result, onAnother }: Props) {
  const { t } = useTranslation('courses')
  const go = useGo()
  const undo = useUndoImport()
  return (
    <Section title={t('import.doneTitle')}>
      <p>{t('import.doneText', { created: result.created, changed: result.changed })}</p>
      {result.leftOut > 0 && <p>{t('import.doneLeftOut', { count: result.leftOut })}</p>}
      <Group gap={8} mt={12}>
        <Button onClick={() => go(`/catalogue/${kind}`)}>{t(`import.doneTo.${kind}`)}</Button>
        <Button variant="default" onClick={onAnother}>
          {t('import.another')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onAnother()
            void undo(result.batchId)
          }}
        >
          {t('import.undo')}
        </Button>
      </Group>
    </Section>
  )
}
