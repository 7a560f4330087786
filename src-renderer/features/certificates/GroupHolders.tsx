import { Button } from '@mantine/core'
import { IconClipboardText, IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group, Holder } from '../../../src-core/certificates/group.ts'
import { useOpenId } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { isSelected, type Selection } from '../../ui/table/selection.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './certificates.module.css'
import { HolderForm } from './HolderForm.tsx'
import { HolderList } from './HolderList.tsx'
import { obstacleText } from './obstacle-text.ts'
import { useMay } from './use-may.ts'
import { groupTones } from './words.ts'

const adding = 'new'
const pasting = 'list'

/** Participants of an occasion: who gets a certificate, and why somebody does not. */
export function GroupHolders({ group }: { readonly group: Group }) {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const [openId, setOpenId] = useOpenId()
  const [busy, setBusy] = useState(false)
  const open = may.propose && (group.state === 'DRAFT' || group.state === 'ISSUED')
  const columns = useMemo<readonly Column<Holder>[]>(
    () => [
      { id: 'seatNo', title: t('field.seatNo'), type: 'number', width: 64, value: (row) => row.seatNo },
      { id: 'name', title: t('field.name'), type: 'text', width: 240, grow: 1, value: (row) => row.name },
      {
        id: 'institution',
        title: t('field.institution'),
        type: 'text',
        width: 220,
        grow: 1,
        value: (row) => row.institution,
      },
      { id: 'country', title: t('field.country'), type: 'text', width: 110, value: (row) => row.country },
      {
        id: 'attended',
        title: t('field.attended'),
        type: 'number',
        width: 90,
        value: (row) => (row.attendedTenths === null ? null : row.attendedTenths / 10),
      },
      { id: 'testScore', title: t('field.testScore'), type: 'number', width: 80, value: (row) => row.testScore },
      {
        id: 'state',
        title: t('field.state'),
        type: 'choice',
        width: 130,
        choices: (['DRAFT', 'PROPOSED', 'APPROVED', 'ISSUED'] as const).map((value) => ({
          value,
          label: t(`holderState.${value}`),
          tone: groupTones[value],
        })),
        value: (row) => row.state,
      },
      {
        id: 'obstacles',
        title: t('holders.result'),
        type: 'text',
        width: 240,
        grow: 1,
        value: (row) => row.serial ?? row.obstacles.map(obstacleText).join('; '),
        render: (row) =>
          row.serial ??
          (row.obstacles.length > 0 ? (
            <StatusWord tone="warn">{row.obstacles.map(obstacleText).join('; ')}</StatusWord>
          ) : (
            t(row.state === 'DRAFT' ? 'holders.meets' : 'holders.waits')
          )),
      },
    ],
    [t],
  )
  const opened = group.holders.find(({ id }) => id === openId)
  const close = () => setOpenId(undefined)
  const remove = async (selection: Selection, clear: () => void) => {
    const ids = group.holders.filter(({ id }) => isSelected(selection, id)).map(({ id }) => id)
    setBusy(true)
    try {
      const { removed } = await client.certificates.removeHolders({ groupId: group.id, ids })
      tell({ text: t('holders.removed', { count: removed }), tone: 'good' })
      clear()
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={classes.fill}>
      <div className={classes.strip}>
        {open && (
          <div className={classes.row}>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconUserPlus size={14} />}
              onClick={() => setOpenId(adding)}
            >
              {t('holders.add')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconClipboardText size={14} />}
              onClick={() => setOpenId(pasting)}
            >
              {t('holders.fromList')}
            </Button>
          </div>
        )}
        {open && openId === adding && <HolderForm key={`new${group.holders.length}`} group={group} onClose={close} />}
        {open && openId === pasting && <HolderList group={group} onClose={close} />}
        {open && opened?.state === 'DRAFT' && (
          <HolderForm key={`${opened.id}${opened.rowVersion}`} group={group} holder={opened} onClose={close} />
        )}
      </div>
      <DataTable
        name="certificates.holders"
        label={t('tab.holders')}
        columns={columns}
        rowId={(row) => row.id}
        rows={group.holders}
        openId={opened?.id}
        {...(open && { onOpen: (row: Holder) => setOpenId(row.id) })}
        {...(open && {
          bulk: (selection: Selection, clear: () => void) => (
            <Button size="xs" variant="default" loading={busy} onClick={() => void remove(selection, clear)}>
              {t('holders.remove')}
            </Button>
          ),
        })}
        empty={<EmptyState title={t('holders.empty')} text={t('holders.emptyText')} />}
      />
    </div>
  )
}
