import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NeedImportCounts } from '../../../src-core/needs/import.contract.ts'
import { useGo } from '../../app/address.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { useUndoImport } from './use-undo-import.ts'

type Props = {
  readonly result: { readonly batchId: string; readonly counts: NeedImportCounts }
  readonly onAnother: () => void
}

/** What was written, and the ways on. */
export function DoneStep({ result, onAnother }: Props) {
  const { t } = useTranslation('imports')
  const go = useGo()
  const undo = useUndoImport()
  const { counts } = result
  return (
    <Section title={t('done.title', { count: counts.lines })}>
      <p>{t('done.text', { created: counts.created, merged: counts.merged })}</p>
      {counts.proposedTopics > 0 && <p>{t('done.proposed', { count: counts.proposedTopics })}</p>}
      <Group gap={8}>
        <Button onClick={() => go('/needs/list')}>{t('done.toNeeds')}</Button>
        <Button variant="default" onClick={onAnother}>
          {t('done.another')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onAnother()
            void undo(result.batchId)
          }}
        >
          {t('done.undo')}
        </Button>
      </Group>
    </Section>
  )
}
