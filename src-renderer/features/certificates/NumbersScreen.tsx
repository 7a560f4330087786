import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NumberBlock } from '../../../src-core/certificates/block.contract.ts'
import { serialOf } from '../../../src-core/certificates/serial.rules.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { NumberText } from '../../ui/values/texts.tsx'
import { BlockForm } from './BlockForm.tsx'
import { ConfirmForm } from './ConfirmForm.tsx'
import classes from './certificates.module.css'
import { SigningKeys } from './SigningKeys.tsx'
import { useMay } from './use-may.ts'

/** Which numbers may be given out and which never were, and the keys that sign. */
export function NumbersScreen() {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const found = useQuery(orpc.certificates.numberBlocks.queryOptions())
  const settings = useQuery(orpc.certificates.certificateSettings.queryOptions())
  const [closing, setClosing] = useState<NumberBlock>()
  const [adding, setAdding] = useState(false)
  const here = settings.data?.numbersFrom === 'here'
  return (
    <Screen
      header={
        <PageHeader
          title={t('numbers.title')}
          {...(may.issue &&
            settings.data && {
              primary: { label: t(here ? 'numbers.lease' : 'numbers.take'), run: () => setAdding(true) },
            })}
        />
      }
      layout="flow"
    >
      <div className={classes.stack} style={{ maxWidth: 960 }}>
        <ErrorNote error={found.error ?? settings.error} />
        {!found.data && !found.error && <Loader aria-label={t('numbers.title')} />}
        {adding && found.data && (
          <BlockForm here={here} storeId={found.data.storeId} onClose={() => setAdding(false)} />
        )}
        {closing && (
          <ConfirmForm
            title={t('numbers.closing', {
              from: serialAt(closing, closing.nextNo),
              to: serialAt(closing, closing.toNo),
            })}
            run={t('numbers.close')}
            asks={['reason']}
            onRun={async ({ reason }) => {
              await client.certificates.closeBlock({ id: closing.id, rowVersion: closing.rowVersion, reason })
              setClosing(undefined)
              tell({ text: t('numbers.closed'), tone: 'good' })
            }}
            onCancel={() => setClosing(undefined)}
          />
        )}
        <Section title={t('numbers.blocks')}>
          {found.data?.blocks.length === 0 && <p className={classes.dim}>{t('numbers.none')}</p>}
          {found.data && found.data.blocks.length > 0 && (
            <table className={classes.templates}>
              <thead>
                <tr>
                  <th>{t('numbers.span')}</th>
                  <th>{t('numbers.next')}</th>
                  <th>{t('numbers.left')}</th>
                  <th>{t('numbers.where')}</th>
                  <th>{t('field.state')}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {found.data.blocks.map((block) => (
                  <BlockRow key={block.id} block={block} onClose={() => setClosing(block)} />
                ))}
              </tbody>
            </table>
          )}
        </Section>
        <SigningKeys />
      </div>
    </Screen>
  )
}

const serialAt = ({ kind, year }: NumberBlock, number: number): string => serialOf(kind, year, number)

function BlockRow({ block, onClose }: { readonly block: NumberBlock; readonly onClose: () => void }) {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const left = block.toNo - block.nextNo + 1
  const usedUp = left === 0
  const standing = usedUp ? 'usedUp' : block.open ? 'open' : 'closedState'
  return (
    <tr>
      <td>{`${serialAt(block, block.fromNo)} – ${serialAt(block, block.toNo)}`}</td>
      <td>{block.open && !usedUp ? serialAt(block, block.nextNo) : '–'}</td>
      <td>
        <NumberText value={left} />
      </td>
      <td>{t(block.here ? 'numbers.here' : 'numbers.elsewhere')}</td>
      <td>
        <StatusWord tone={block.open && !usedUp ? 'good' : block.afterRestore ? 'warn' : 'neutral'}>
          {t(`numbers.${standing}`)}
        </StatusWord>
        {(block.endReason || block.afterRestore) && (
          <div className={classes.dim}>{block.afterRestore ? t('numbers.afterRestore') : block.endReason}</div>
        )}
      </td>
      <td>
        {may.issue && block.open && !usedUp && (
          <Button size="compact-xs" variant="default" onClick={onClose}>
            {t('numbers.close')}
          </Button>
        )}
      </td>
    </tr>
  )
}
