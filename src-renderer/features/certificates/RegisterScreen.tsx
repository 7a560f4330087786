import { Button, Select } from '@mantine/core'
import { IconRubberStamp } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { certificateKinds } from '../../../src-core/certificates/certificate.ts'
import type { CertificateRow } from '../../../src-core/certificates/register.contract.ts'
import { useGo, useOpenId, useTableView } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { useListRows } from '../../app/use-list-rows.ts'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import type { TableView } from '../../ui/table/view.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { CertificatePanel } from './CertificatePanel.tsx'
import { kindChoices, stateChoices } from './words.ts'

const start: TableView = { search: '', sort: [{ column: 'serial', descending: true }], filter: {} }

/** The register of certificates: every number that was given out, and what became of it. */
export function RegisterScreen() {
  const { t } = useTranslation('certificates')
  const go = useGo()
  const { view, onView } = useTableView(start)
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const server = useListRows<CertificateRow>((request) => client.certificates.listCertificates(request))
  const columns = useMemo<readonly Column<CertificateRow>[]>(
    () => [
      { id: 'serial', title: t('field.serial'), type: 'text', width: 148, value: (row) => row.serial },
      { id: 'name', title: t('field.name'), type: 'text', width: 220, grow: 1, value: (row) => row.name },
      {
        id: 'institution',
        title: t('field.institution'),
        type: 'text',
        width: 200,
        grow: 1,
        value: (row) => row.institution,
      },
      { id: 'titleTr', title: t('field.title'), type: 'text', width: 260, grow: 1, value: (row) => row.titleTr },
      {
        id: 'kind',
        title: t('field.kind'),
        type: 'choice',
        width: 124,
        choices: kindChoices(),
        value: (row) => row.kind,
      },
      {
        id: 'lessonHoursTenths',
        title: t('field.hours'),
        type: 'number',
        width: 80,
        filterable: false,
        value: (row) => row.lessonHoursTenths / 10,
      },
      { id: 'issuedOn', title: t('field.issuedOn'), type: 'date', filterable: false, value: (row) => row.issuedOn },
      { id: 'validUntil', title: t('field.validUntil'), type: 'date', hidden: true, value: (row) => row.validUntil },
      { id: 'copies', title: t('field.copies'), type: 'number', width: 80, value: (row) => row.copies },
      {
        id: 'state',
        title: t('field.state'),
        type: 'choice',
        width: 150,
        choices: stateChoices(),
        value: (row) => row.state,
      },
    ],
    [t],
  )
  return (
    <Screen
      header={
        <PageHeader
          title={t('register.title')}
          secondary={[{ label: t('verify.title'), run: () => go('/certificates/verify'), icon: IconRubberStamp }]}
        />
      }
      toolbar={
        <Toolbar
          search={{
            value: view.search,
            onChange: (search) => onView({ ...view, search }),
            placeholder: t('register.search'),
          }}
          end={<PrintRegister />}
        >
          <ListFilters columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        openId !== undefined && (
          <CertificatePanel
            key={openId}
            id={openId}
            onClose={() => {
              setOpenId(undefined)
              table.current?.focus(openId)
            }}
            onStep={(by) => table.current?.step(by)}
            onOther={setOpenId}
          />
        )
      }
    >
      <DataTable
        name="certificates.register"
        label={t('register.title')}
        columns={columns}
        rowId={(row) => row.id}
        server={server}
        view={view}
        onView={onView}
        start={start}
        openId={openId}
        onOpen={(row) => setOpenId(row.id)}
        handle={table}
        empty={<EmptyState title={t('register.empty')} text={t('register.emptyText')} />}
      />
    </Screen>
  )
}

/** One register of one year on paper. */
function PrintRegister() {
  const { t } = useTranslation('certificates')
  const language = useNumberLanguage()
  const thisYear = new Date().getFullYear()
  const years = Array.from({ length: 6 }, (_, at) => String(thisYear + 1 - at))
  const [kind, setKind] = useState<string | null>('PARTICIPATION')
  const [year, setYear] = useState<string | null>(String(thisYear))
  const print = async () => {
    const chosen = certificateKinds.find((one) => one === kind)
    if (!chosen || !year) return
    try {
      saveFile(await client.certificates.printRegister({ kind: chosen, year: Number(year), language }))
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <>
      <Select
        size="xs"
        w={130}
        aria-label={t('field.kind')}
        allowDeselect={false}
        data={kindChoices()}
        value={kind}
        onChange={setKind}
      />
      <Select
        size="xs"
        w={84}
        aria-label={t('field.year')}
        allowDeselect={false}
        data={years}
        value={year}
        onChange={setYear}
      />
      <Button size="xs" variant="default" onClick={() => void print()}>
        {t('register.print')}
      </Button>
    </>
  )
}
