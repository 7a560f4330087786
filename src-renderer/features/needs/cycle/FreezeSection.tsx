import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCopy, IconSnowflake } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { client } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import { Facts, Section } from '../../../ui/screen/Section.tsx'
import { DateText } from '../../../ui/values/texts.tsx'
import { ProgressPanel } from '../../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../../ui/work/use-long-operation.ts'
import { FreezeResult } from './FreezeResult.tsx'
import classes from './FreezeSection.module.css'
import { useStageWord } from './use-stage-word.ts'

type Props = { readonly cycle: CycleView }

/** The hash a frozen cycle was sealed with, and the check whether it still holds. */
export function FreezeSection({ cycle }: Props) {
  const { t } = useTranslation('needs')
  const stageWord = useStageWord()
  const check = useLongOperation((input: { id: string }, options) => client.needs.checkFreeze(input, options))
  const copy = async () => {
    await navigator.clipboard.writeText(cycle.frozenHash ?? '')
    tell({ text: t('cycle.freeze.copied'), tone: 'good' })
  }
  return (
    <Section
      title={t('cycle.freeze.title')}
      end={
        check.work.status !== 'running' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSnowflake size={14} aria-hidden />}
            onClick={() => void check.start({ id: cycle.id })}
          >
            {t('cycle.freeze.check')}
          </Button>
        )
      }
    >
      <div className={classes.freeze}>
        <Facts
          facts={[
            [t('cycle.freeze.at'), <DateText key="at" iso={cycle.frozenAt} time />],
            [
              t('cycle.freeze.hash'),
              <span key="hash" className={classes.hash}>
                <code>{cycle.frozenHash}</code>
                <Tooltip label={t('cycle.freeze.copy')}>
                  <ActionIcon size="sm" aria-label={t('cycle.freeze.copy')} onClick={() => void copy()}>
                    <IconCopy size={14} />
                  </ActionIcon>
                </Tooltip>
              </span>,
            ],
          ]}
        />
        <ProgressPanel
          title={t('cycle.freeze.checking')}
          work={check.work}
          stageWord={stageWord}
          onCancel={check.cancel}
        />
        {check.work.status === 'failed' && <ErrorNote error={check.work.error} />}
        {check.work.status === 'done' && <FreezeResult check={check.work.result} />}
        <p className={classes.note}>{t('cycle.freeze.noWayBack')}</p>
      </div>
    </Section>
  )
}
