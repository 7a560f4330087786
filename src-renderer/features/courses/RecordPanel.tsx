import { Button, Loader, Tabs } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordedTable } from '../../../src-core/database/schema.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { HistoryPanel } from '../access/HistoryPanel.tsx'
import type { PanelProps } from './ListScreen.tsx'
import classes from './RecordPanel.module.css'

type Tab = { readonly id: string; readonly label: string; readonly content: ReactNode }

type Props = Omit<PanelProps, 'id' | 'onAdded'> & {
  readonly title: string
  readonly note?: ReactNode
  /** The record whose history stands in the last tab; undefined while it is being added. */
  readonly record: { readonly table: RecordedTable; readonly id: string } | undefined
  readonly details: ReactNode
  readonly tabs?: readonly Tab[]
  /** Id of the form that the save button at the foot sends; left out for readers. */
  readonly formId?: string | undefined
  readonly busy?: boolean
  readonly saveLabel?: string
  /** Beside the save button, at the left end. */
  readonly actions?: ReactNode
}

/** A record of the catalogue beside its list: its fields, what else belongs to it, its history. */
export function RecordPanel(props: Props) {
  const { title, note, record, details, tabs = [], formId, busy = false, saveLabel, actions, onClose, onStep } = props
  const { t } = useTranslation(['courses', 'common'])
  const [tab, setTab] = useState<string | null>('details')
  const shown =
    tab === 'details' || tabs.some((one) => one.id === tab) || (tab === 'history' && record) ? tab : 'details'
  return (
    <SidePanel
      title={title}
      note={note}
      width={520}
      onClose={onClose}
      {...(onStep && { onStep })}
      {...(shown === 'details' &&
        (formId || actions) && {
          actions: (
            <>
              <div className={classes.actions}>{actions}</div>
              {formId && (
                <Button type="submit" form={formId} loading={busy}>
                  {saveLabel ?? t('common:actions.save')}
                </Button>
              )}
            </>
          ),
        })}
    >
      {record ? (
        <Tabs value={shown ?? 'details'} onChange={setTab} className={classes.tabs ?? ''} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="details">{t('tabs.details')}</Tabs.Tab>
            {tabs.map((one) => (
              <Tabs.Tab key={one.id} value={one.id}>
                {one.label}
              </Tabs.Tab>
            ))}
            <Tabs.Tab value="history">{t('tabs.history')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="details">{details}</Tabs.Panel>
          {tabs.map((one) => (
            <Tabs.Panel key={one.id} value={one.id}>
              {one.content}
            </Tabs.Panel>
          ))}
          <Tabs.Panel value="history">
            <HistoryPanel table={record.table} id={record.id} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        details
      )}
    </SidePanel>
  )
}

type LoadingProps = Omit<PanelProps, 'id' | 'onAdded' | 'onStep'> &
  Pick<PanelProps, 'onStep'> & { readonly title: string; readonly error: unknown; readonly onRetry: () => void }

/** Stands in the panel's place while its record is read, or could not be. */
export function LoadingPanel({ title, error, onRetry, onClose, onStep }: LoadingProps) {
  return (
    <SidePanel title={title} width={520} onClose={onClose} {...(onStep && { onStep })}>
      {error ? <ErrorNote error={error} onRetry={onRetry} /> : <Loader aria-label={title} />}
    </SidePanel>
  )
}

type FieldsetProps = { readonly readOnly: boolean; readonly children: ReactNode }

/** The fields of a form; for who may only read, all of them are closed and the reason is said once. */
export function RecordFields({ readOnly, children }: FieldsetProps) {
  const { t } = useTranslation('courses')
  return (
    <fieldset className={classes.fields} disabled={readOnly}>
      {readOnly && <p className={classes.readOnly}>{t('readOnly')}</p>}
      {children}
    </fieldset>
  )
}
