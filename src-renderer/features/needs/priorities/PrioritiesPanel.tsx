import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useGo } from '../../../app/address.ts'
import { orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { KeyHint } from '../../../ui/KeyHint.tsx'
import { Section } from '../../../ui/screen/Section.tsx'
import { SidePanel } from '../../../ui/screen/SidePanel.tsx'
import { StatusWord } from '../../../ui/values/StatusWord.tsx'
import { DateText } from '../../../ui/values/texts.tsx'
import { PlanLineLink } from '../../plan/PlanLineLink.tsx'
import { named, needsAt } from '../list/needs-at.ts'
import { type Decision, type Demand, decisionKeys, decisionTones } from './demand.ts'
import { PrioritiesGroups } from './PrioritiesGroups.tsx'
import classes from './PrioritiesPanel.module.css'
import { PrioritiesScore } from './PrioritiesScore.tsx'

type Props = {
  readonly cycleId: string
  readonly demand: Demand
  readonly units: number
  readonly guardMonths: number
  readonly personsFull: number
  readonly mayChange: boolean
  readonly onDecide: (decision: Decision) => void
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

/** One demand: its decision, the arithmetic of its score, its groups, who asked and who has had it before. */
export function PrioritiesPanel(props: Props) {
  const { cycleId, demand, units, guardMonths, personsFull, mayChange, onDecide, onClose, onStep } = props
  const { t } = useTranslation('needsDecide')
  const go = useGo()
  const { topicId, freeTextKey } = demand
  const wording = { topic: { kind: 'empty', empty: true }, freeText: { kind: 'contains', text: demand.name } } as const
  const behind = needsAt(topicId === null ? wording : { topicCode: named(demand.code ?? '') })
  return (
    <SidePanel
      title={demand.name}
      note={
        <>
          {demand.code && <span>{demand.code}</span>}
          <StatusWord tone={decisionTones[demand.decision]}>{t(`decision.${demand.decision}`)}</StatusWord>
        </>
      }
      onClose={onClose}
      onStep={onStep}
    >
      <Section title={t('priority.panel.decision')}>
        {demand.decisionReason !== null && (
          <p className={classes.reason}>
            {t(`reason.${demand.decisionReason}`)}
            {demand.decisionNote && `: ${demand.decisionNote}`}
          </p>
        )}
        {mayChange && (
          <div className={classes.buttons}>
            {decisionKeys
              .filter(([decision]) => decision !== 'UNDECIDED' || demand.decision !== 'UNDECIDED')
              .map(([decision, key]) => (
                <Button
                  key={decision}
                  size="xs"
                  variant={decision === demand.decision ? 'light' : 'default'}
                  onClick={() => onDecide(decision)}
                  rightSection={<KeyHint keys={key} />}
                >
                  {t(`decide.${decision}`)}
                </Button>
              ))}
          </div>
        )}
      </Section>
      <Section title={t('priority.panel.score')}>
        <PrioritiesScore demand={demand} units={units} personsFull={personsFull} />
      </Section>
      <Section title={t('priority.panel.groups')}>
        <PrioritiesGroups key={demand.key} cycleId={cycleId} demand={demand} mayChange={mayChange} />
      </Section>
      <Section
        title={t('priority.panel.who')}
        note={t('priority.panel.people', { persons: demand.persons, units: demand.units })}
      >
        <button type="button" className={classes.link} onClick={() => go(behind)}>
          {t('priority.panel.needs', { count: demand.lines })}
        </button>
      </Section>
      <PlanLineLink cycleId={cycleId} topicId={topicId} freeTextKey={freeTextKey} />
      {topicId !== null && (
        <>
          <Trained cycleId={cycleId} topicId={topicId} months={guardMonths} />
          <Wordings cycleId={cycleId} topicId={topicId} />
        </>
      )}
      {freeTextKey !== null && topicId === null && (
        <Button size="xs" variant="default" onClick={() => go(`/needs/merge?q=${encodeURIComponent(demand.name)}`)}>
          {t('priority.panel.merge')}
        </Button>
      )}
    </SidePanel>
  )
}

type TopicProps = { readonly cycleId: string; readonly topicId: string }

/** The duplicate-training guard: who completed the topic lately and asks again. */
function Trained({ cycleId, topicId, months }: TopicProps & { readonly months: number }) {
  const { t } = useTranslation('needsDecide')
  const trained = useQuery(orpc.needs.alreadyTrained.queryOptions({ input: { cycleId, topicId } }))
  const people = trained.data ?? []
  return (
    <Section title={t('priority.panel.guard')} note={t('priority.panel.guardNote', { count: months })}>
      <ErrorNote error={trained.error} onRetry={() => void trained.refetch()} />
      {trained.data && (
        <p className={classes.dim}>
          {people.length === 0 ? t('priority.panel.guardNone', { count: months }) : t('priority.panel.guardText')}
        </p>
      )}
      <ul className={classes.list}>
        {people.map((person) => (
          <li key={`${person.personId} ${person.completedOn}`}>
            <span>
              {person.name} <span className={classes.dim}>{person.registryNo}</span>
            </span>
            <span className={classes.dim}>
              <DateText iso={person.completedOn} /> ·{' '}
              {person.certificateNo === null
                ? t('priority.panel.noCertificate')
                : t('priority.panel.certificate', { number: person.certificateNo })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Wordings({ cycleId, topicId }: TopicProps) {
  const { t } = useTranslation('needsDecide')
  const merges = useQuery(orpc.needs.merges.queryOptions({ input: { cycleId } }))
  const texts = (merges.data ?? [])
    .filter((merge) => merge.topicId === topicId && merge.undoneAt === null)
    .flatMap((merge) => merge.texts)
  if (texts.length === 0) return null
  return (
    <Section title={t('priority.panel.wordings')}>
      <ul className={classes.list}>
        {texts.map((text) => (
          <li key={text}>“{text}”</li>
        ))}
      </ul>
    </Section>
  )
}
