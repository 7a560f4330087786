import { Button, SegmentedControl } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../../../src-core/certificates/group.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import classes from './certificates.module.css'
import { PrintRecord } from './PrintRecord.tsx'
import { useMay } from './use-may.ts'
import { useStageWord } from './use-stage-word.ts'

type Start = { groupId: string; order: 'seat' | 'name'; form: 'pdf' | 'zip' }

/** Printing a group: all pages or one file each, what came out well, the list to sign, the handing over. */
export function GroupPrints({ group }: { readonly group: Group }) {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const language = useNumberLanguage()
  const stageWord = useStageWord()
  const [order, setOrder] = useState<'seat' | 'name'>('name')
  const [form, setForm] = useState<'pdf' | 'zip'>('pdf')
  const printing = useLongOperation((input: Start, options) => client.certificates.startPrint(input, options))
  const prints = useQuery(orpc.certificates.prints.queryOptions({ input: { groupId: group.id } }))
  const issued = group.holders.filter(({ certificateId }) => certificateId !== null)
  if (issued.length === 0) return <EmptyState title={t('print.nothing')} text={t('print.nothingText')} />
  const start = async () => {
    const result = await printing.start({ groupId: group.id, order, form })
    if (result) saveFile(result.file)
  }
  const list = async () => {
    try {
      saveFile(await client.certificates.handOverList({ groupId: group.id, order, language }))
    } catch (error) {
      tellError(error)
    }
  }
  const handOver = async () => {
    try {
      const ids = issued.flatMap(({ certificateId }) => certificateId ?? [])
      const { handedOver } = await client.certificates.handOver({ ids })
      tell({ text: t('print.handedOver', { count: handedOver }), tone: 'good' })
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <div className={classes.page}>
      <div className={classes.row}>
        <SegmentedControl
          size="xs"
          aria-label={t('print.order')}
          value={order}
          onChange={(value) => setOrder(value === 'name' ? 'name' : 'seat')}
          data={[
            { value: 'name', label: t('print.byName') },
            { value: 'seat', label: t('print.bySeat') },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('print.form')}
          value={form}
          onChange={(value) => setForm(value === 'zip' ? 'zip' : 'pdf')}
          data={[
            { value: 'pdf', label: t('print.onePdf') },
            { value: 'zip', label: t('print.oneEach') },
          ]}
        />
        {may.issue && (
          <Button
            leftSection={<IconPrinter size={16} />}
            loading={printing.work.status === 'running'}
            onClick={() => void start()}
          >
            {t('print.start', { count: issued.length })}
          </Button>
        )}
        <Button variant="default" onClick={() => void list()}>
          {t('print.list')}
        </Button>
        {may.issue && (
          <Button variant="default" onClick={() => void handOver()}>
            {t('print.handOver')}
          </Button>
        )}
      </div>
      <ProgressPanel title={t('print.making')} work={printing.work} stageWord={stageWord} onCancel={printing.cancel} />
      {printing.work.status === 'failed' && <ErrorNote error={printing.work.error} />}
      {prints.error && <ErrorNote error={prints.error} onRetry={() => void prints.refetch()} />}
      <Section title={t('print.earlier')}>
        {prints.data?.prints.length === 0 && <p className={classes.dim}>{t('print.none')}</p>}
        {prints.data?.prints.map((print) => (
          <PrintRecord key={print.id} print={print} />
        ))}
      </Section>
    </div>
  )
}
