import { Button, Checkbox } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type UnitRow, unitKinds } from '../../../src-core/people/unit.ts'
import { useAddress, useGo, useOpenId, useTableView } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { useKeys } from '../../ui/keys.ts'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import { useSetting } from '../../ui/stored.ts'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { UnitName } from './UnitName.tsx'
import { UnitPanel } from './UnitPanel.tsx'
import classes from './UnitsScreen.module.css'
import { collapsedIn, collapsedUnits, TreeContext, visibleUnits } from './unit-tree.ts'
import { useMay } from './use-may.ts'

const adding = 'new'

/** The units of the institution as a tree with their people; sorted or searched it becomes a plain list. */
export function UnitsScreen() {
  const { t } = useTranslation('people')
  const language = useNumberLanguage()
  const may = useMay()
  const go = useGo()
  const { view, onView } = useTableView()
  const [address, changeAddress] = useAddress()
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const withClosed = address.closed === 'yes'
  const found = useQuery(orpc.people.listUnits.queryOptions({ input: { withInactive: withClosed } }))
  const units = found.data?.units
  const [chosen, setChosen] = useSetting(collapsedUnits)

  const isTree = view.search === '' && view.sort.length === 0 && Object.keys(view.filter).length === 0
  const tree = useMemo(() => {
    const all = units ?? []
    const collapsed = collapsedIn(all, chosen)
    return {
      shown: isTree,
      collapsed,
      branches: new Set(all.flatMap(({ parentId }) => (parentId ? [parentId] : []))),
      toggle: (id: string) =>
        setChosen(collapsed.has(id) ? [...collapsed].filter((other) => other !== id) : [...collapsed, id]),
    }
  }, [units, chosen, isTree, setChosen])
  const rows = useMemo(
    () => units && (isTree ? visibleUnits(units, tree.collapsed) : units),
    [units, isTree, tree.collapsed],
  )

  const [newParent, setNewParent] = useState<string | null>(null)
  const add = (parentId: string | null = null) => {
    setNewParent(parentId)
    setOpenId(adding)
  }
  useKeys(may.add ? [{ keys: 'n', labelKey: 'people:units.add', run: () => add() }] : [])

  const columns = useColumns()
  const download = async () => {
    try {
      saveFile(await client.people.exportUnits({ withInactive: withClosed, language }))
    } catch (error) {
      tellError(error)
    }
  }
  /** Right and left on a name open and close what is below it, before they go to the next cell. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isTree || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return
    const cell = event.target instanceof Element ? event.target.closest('[col-id="name"]') : null
    const id = cell?.closest('[row-id]')?.getAttribute('row-id')
    if (!id || !tree.branches.has(id) || tree.collapsed.has(id) !== (event.key === 'ArrowRight')) return
    event.preventDefault()
    event.stopPropagation()
    tree.toggle(id)
  }

  const isNew = openId === adding
  const top = units?.filter(({ depth }) => depth === 0) ?? []
  const staff = top.reduce((sum, unit) => sum + unit.staffBelow, 0)
  return (
    <Screen
      header={
        <PageHeader
          title={t('units.title')}
          note={units && units.length > 0 && t('units.note', { units: units.length, staff })}
          {...(may.add && { primary: { label: t('units.add'), run: () => add(), icon: IconPlus, keys: 'N' } })}
          secondary={
            may.add
              ? [{ label: t('units.import'), run: () => go('/people/import?kind=units'), icon: IconFileImport }]
              : []
          }
        />
      }
      toolbar={
        <Toolbar
          search={{
            value: view.search,
            onChange: (search) => onView({ ...view, search }),
            placeholder: t('units.search'),
          }}
          end={
            <>
              <Checkbox
                size="xs"
                label={t('units.withClosed')}
                checked={withClosed}
                onChange={(event) => changeAddress({ closed: event.currentTarget.checked ? 'yes' : undefined })}
              />
              {isTree && (
                <>
                  <Button size="xs" variant="subtle" color="gray" onClick={() => setChosen([])}>
                    {t('units.expandAll')}
                  </Button>
                  <Button size="xs" variant="subtle" color="gray" onClick={() => setChosen([...tree.branches])}>
                    {t('units.collapseAll')}
                  </Button>
                </>
              )}
            </>
          }
        >
          <ListFilters columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        openId !== undefined && (
          <UnitPanel
            key={isNew ? `new ${newParent}` : openId}
            id={isNew ? undefined : openId}
            parentId={newParent}
            onAddBelow={add}
            onAdded={setOpenId}
            onClose={() => {
              setOpenId(undefined)
              if (!isNew) table.current?.focus(openId)
            }}
            onStep={isNew ? undefined : (by) => table.current?.step(by)}
          />
        )
      }
    >
      <TreeContext value={tree}>
        <div className={classes.tree} onKeyDownCapture={onKeyDown}>
          <DataTable
            name="people.units"
            label={t('units.title')}
            columns={columns}
            rowId={(row) => row.id}
            rows={rows}
            view={view}
            onView={onView}
            openId={isNew ? undefined : openId}
            onOpen={(row) => setOpenId(row.id)}
            onExport={() => void download()}
            failure={found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
            handle={table}
            empty={
              <EmptyState
                title={t('units.empty')}
                text={t('units.emptyText')}
                {...(may.add && {
                  action: { label: t('units.emptyAction'), run: () => go('/people/import?kind=units') },
                })}
              />
            }
          />
        </div>
      </TreeContext>
    </Screen>
  )
}

function useColumns(): readonly Column<UnitRow>[] {
  const { t } = useTranslation('people')
  return useMemo<readonly Column<UnitRow>[]>(
    () => [
      {
        id: 'name',
        title: t('units.name'),
        type: 'text',
        width: 440,
        value: (row) => row.name,
        render: (row) => <UnitName unit={row} />,
      },
      { id: 'code', title: t('units.code'), type: 'text', width: 88, value: (row) => row.code },
      {
        id: 'kind',
        title: t('units.kind'),
        type: 'choice',
        width: 156,
        hidden: true,
        choices: unitKinds.map((value) => ({ value, label: t(`unitKind.${value}`) })),
        value: (row) => row.kind,
      },
      { id: 'staff', title: t('units.staff'), type: 'number', width: 112, value: (row) => row.staff },
      { id: 'staffBelow', title: t('units.staffBelow'), type: 'number', width: 96, value: (row) => row.staffBelow },
      {
        id: 'manager',
        title: t('units.manager'),
        type: 'text',
        width: 180,
        grow: 1,
        value: (row) => row.manager?.name,
      },
      {
        id: 'coordinator',
        title: t('units.coordinator'),
        type: 'text',
        width: 180,
        grow: 1,
        value: (row) => row.coordinator?.name,
      },
      { id: 'nameEn', title: t('units.nameEn'), type: 'text', width: 260, hidden: true, value: (row) => row.nameEn },
      {
        id: 'parent',
        title: t('units.parent'),
        type: 'text',
        width: 260,
        hidden: true,
        value: (row) => row.parentName,
      },
      {
        id: 'aliases',
        title: t('units.aliases'),
        type: 'text',
        width: 260,
        hidden: true,
        value: (row) => row.aliases.join(', '),
      },
      {
        id: 'costCentre',
        title: t('units.costCentre'),
        type: 'text',
        width: 128,
        hidden: true,
        value: (row) => row.costCentre,
      },
      {
        id: 'validFrom',
        title: t('units.validFrom'),
        type: 'date',
        width: 112,
        hidden: true,
        value: (row) => row.validFrom,
      },
      { id: 'validTo', title: t('units.validTo'), type: 'date', width: 112, hidden: true, value: (row) => row.validTo },
      { id: 'active', title: t('units.active'), type: 'flag', width: 80, hidden: true, value: (row) => row.active },
    ],
    [t],
  )
}
