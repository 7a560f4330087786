import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useAddress } from '../../../app/address.ts'
import { orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { holds, useOfficer } from '../../../app/session.ts'
import { useKeys } from '../../../ui/keys.ts'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { Toolbar } from '../../../ui/screen/Toolbar.tsx'
import { isSettled, WithCycle } from '../cycle/WithCycle.tsx'
import classes from './MergeBench.module.css'
import { MergeHistory } from './MergeHistory.tsx'
import { MergeList } from './MergeList.tsx'
import { MergeTargets, type MergeTo } from './MergeTargets.tsx'
import { MergeWho } from './MergeWho.tsx'
import { itemsOf, keysOf, matching, type WordingGroup } from './merge-tree.ts'
import { useMerging } from './use-merging.ts'

/** Free texts on the left, topics on the right: what means the same becomes one demand, and comes apart again. */
export function MergeBench() {
  const { t } = useTranslation('needsDecide')
  return <WithCycle title={t('merge.title')}>{(cycle) => <Bench key={cycle.id} cycle={cycle} />}</WithCycle>
}

function Bench({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needsDecide')
  const found = useQuery(orpc.needs.freeTexts.queryOptions({ input: { cycleId: cycle.id } }))
  const mayChange = holds(useOfficer(), ['TM', 'TO']) && !isSettled(cycle)
  const data = found.data
  const nothing = data && data.groups.length === 0
  const total = data ? data.lines + data.merged : 0
  const [address, change] = useAddress()
  const search = typeof address.q === 'string' ? address.q : ''
  return (
    <Screen
      header={
        <PageHeader
          title={t('merge.title')}
          note={
            data && (
              <span className={classes.counter}>
                <strong>{t('merge.waiting', { count: data.lines })}</strong>
                {total > 0 && (
                  <>
                    <span className={classes.meter} aria-hidden>
                      <span style={{ width: `${(100 * data.merged) / total}%` }} />
                    </span>
                    <span>{t('merge.progress', { done: data.merged, total })}</span>
                  </>
                )}
              </span>
            )
          }
        />
      }
      toolbar={
        !nothing && (
          <Toolbar
            search={{
              value: search,
              onChange: (text) => change({ q: text === '' ? undefined : text }),
              placeholder: t('merge.search'),
            }}
          />
        )
      }
    >
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {data && <Work cycle={cycle} groups={data.groups} search={search} mayChange={mayChange} />}
    </Screen>
  )
}

type WorkProps = {
  readonly cycle: CycleView
  readonly groups: readonly WordingGroup[]
  readonly search: string
  readonly mayChange: boolean
}

function Work({ cycle, groups, search, mayChange }: WorkProps) {
  const { t } = useTranslation('needsDecide')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [activeId, setActiveId] = useState<string>()
  const [learn, setLearn] = useState(true)
  const [proposing, setProposing] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLDivElement>(null)
  const { busy, merge, splitBack } = useMerging(cycle.id)

  const items = useMemo(() => itemsOf(matching(groups, search), open), [groups, search, open])
  const lastAt = useRef(0)
  const at = items.findIndex(({ id }) => id === activeId)
  // What was merged is gone from the list; its place is taken by what came after it.
  const active = items[at >= 0 ? at : Math.min(lastAt.current, items.length - 1)]
  useEffect(() => {
    if (active) lastAt.current = items.indexOf(active)
  }, [active, items])

  const wordings = useMemo(
    () => new Map(groups.flatMap((group) => group.wordings.map((one) => [one.key, one]))),
    [groups],
  )
  const marked = [...chosen].filter((key) => wordings.has(key))
  const keys = marked.length > 0 ? marked : active ? [...keysOf(active)] : []
  const lines = keys.reduce((sum, key) => sum + (wordings.get(key)?.lines ?? 0), 0)
  const first = groups.find((group) => group.wordings.some(({ key }) => key === keys[0]))
  const whose = active?.kind === 'wording' ? active.wording : active?.group.wordings[0]

  const toggle = (toggled: readonly string[]) =>
    setChosen((before) => {
      const next = new Set(before)
      const all = toggled.every((key) => next.has(key))
      for (const key of toggled) {
        if (all) next.delete(key)
        else next.add(key)
      }
      return next
    })
  const run = async (to: MergeTo, dropped?: readonly string[]) => {
    if (!mayChange || !(await merge(dropped ?? keys, to, learn))) return
    setChosen(new Set())
    setProposing(false)
    list.current?.focus()
  }
  const toSuggestion = (index: number) => {
    const topic = first?.suggestions[index]
    if (topic) void run({ topicId: topic.topicId, name: topic.name })
  }
  useKeys([
    { keys: 'ArrowDown', labelKey: 'needsDecide:merge.keys.move', run: () => list.current?.focus() },
    { keys: 'ArrowRight', labelKey: 'needsDecide:merge.keys.expand', run: () => list.current?.focus() },
    { keys: 'Space', labelKey: 'needsDecide:merge.keys.select', run: () => list.current?.focus() },
    {
      keys: 't',
      labelKey: 'needsDecide:merge.keys.topic',
      run: () => picker.current?.querySelector('input')?.focus(),
    },
    { keys: 'y', labelKey: 'needsDecide:merge.keys.propose', run: () => setProposing(true) },
    ...[0, 1, 2, 3].map((index) => ({
      keys: String(index + 1),
      labelKey: 'needsDecide:merge.keys.suggestion' as const,
      run: () => toSuggestion(index),
    })),
  ])

  return (
    <div className={classes.bench}>
      <div className={classes.left}>
        {items.length > 0 ? (
          <MergeList
            items={items}
            active={active}
            chosen={chosen}
            listRef={list}
            onActive={setActiveId}
            onToggle={toggle}
            onOpen={(key, wanted) =>
              setOpen((before) => {
                const next = new Set(before)
                if (wanted) next.add(key)
                else next.delete(key)
                return next
              })
            }
            onEnter={() => picker.current?.querySelector('input')?.focus()}
          />
        ) : (
          <EmptyState
            title={t(groups.length === 0 ? 'merge.empty' : 'merge.noMatch')}
            text={groups.length === 0 ? t('merge.emptyText') : undefined}
          />
        )}
      </div>
      <aside className={classes.right} aria-label={t('merge.suggestions')}>
        {mayChange && groups.length > 0 && (
          <MergeTargets
            key={first?.key ?? ''}
            count={keys.length}
            lines={lines}
            suggestions={first?.suggestions ?? []}
            label={first?.label ?? ''}
            learn={learn}
            busy={busy}
            picker={picker}
            proposing={proposing}
            onProposing={setProposing}
            onLearn={setLearn}
            onMerge={(to, dropped) => void run(to, dropped)}
          />
        )}
        {whose && <MergeWho cycleId={cycle.id} wordingKey={whose.key} text={whose.text} />}
        <MergeHistory cycleId={cycle.id} mayChange={mayChange} onSplit={(id) => void splitBack(id)} />
      </aside>
    </div>
  )
}
