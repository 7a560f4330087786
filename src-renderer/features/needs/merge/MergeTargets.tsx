import { Button, Checkbox, TextInput } from '@mantine/core'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPercent } from '../../../../src-core/kernel/numbers.ts'
import { Section } from '../../../ui/screen/Section.tsx'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import { TopicPicker } from '../../courses/TopicPicker.tsx'
import classes from './MergeTargets.module.css'
import { dragType, type WordingGroup } from './merge-tree.ts'

export type MergeTo = { readonly topicId: string; readonly name: string } | { readonly propose: string }

type Props = {
  readonly count: number
  readonly lines: number
  readonly suggestions: WordingGroup['suggestions']
  readonly label: string
  readonly learn: boolean
  readonly busy: boolean
  readonly picker: RefObject<HTMLDivElement | null>
  readonly proposing: boolean
  readonly onProposing: (proposing: boolean) => void
  readonly onLearn: (learn: boolean) => void
  /** Merges the chosen wordings, or those that were dropped. */
  readonly onMerge: (to: MergeTo, keys?: readonly string[]) => void
}

/** Where wordings can go: the topics they may mean, any other topic, or one the catalogue lacks. */
export function MergeTargets(props: Props) {
  const { count, lines, suggestions, label, learn, busy, picker, proposing, onProposing, onLearn, onMerge } = props
  const { t } = useTranslation('needsDecide')
  const [topicId, setTopicId] = useState<string | null>(null)
  const [name, setName] = useState<string>()
  const proposed = (name ?? label).trim()
  const none = count === 0
  return (
    <>
      <p className={classes.chosen}>
        {none ? (
          t('merge.nothingChosen')
        ) : (
          <>
            <strong>{t('merge.chosen', { count })}</strong>, {t('merge.chosenLines', { count: lines })}
          </>
        )}
      </p>
      <Section title={t('merge.suggestions')}>
        {suggestions.length === 0 && !none && <p className={classes.hint}>{t('merge.noSuggestions')}</p>}
        <ol className={classes.suggestions}>
          {suggestions.map((topic, index) => (
            <li key={topic.topicId}>
              <Target
                number={index + 1}
                topic={topic}
                disabled={busy || none}
                onMerge={(keys) => onMerge({ topicId: topic.topicId, name: topic.name }, keys)}
              />
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('merge.other')}>
        <div className={classes.line} ref={picker}>
          <div className={classes.grow}>
            <TopicPicker
              label={t('merge.topic')}
              value={topicId}
              onChange={setTopicId}
              states={['ACTIVE', 'PROPOSED']}
              size="xs"
            />
          </div>
          <Button
            size="xs"
            loading={busy}
            disabled={none || topicId === null}
            onClick={() => {
              if (topicId !== null) onMerge({ topicId, name: '' })
              setTopicId(null)
            }}
          >
            {t('merge.run')}
          </Button>
        </div>
        {proposing ? (
          <form
            className={classes.line}
            onSubmit={(event) => {
              event.preventDefault()
              if (proposed.length >= 3 && !none) onMerge({ propose: proposed })
              setName(undefined)
            }}
          >
            <TextInput
              className={classes.grow ?? ''}
              size="xs"
              label={t('merge.proposeName')}
              description={t('merge.proposeHint')}
              value={name ?? label}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
              autoFocus
              maxLength={200}
            />
            <Button type="submit" size="xs" loading={busy} disabled={none || proposed.length < 3}>
              {t('merge.proposeRun')}
            </Button>
          </form>
        ) : (
          <Button size="xs" variant="subtle" disabled={none} onClick={() => onProposing(true)}>
            {t('merge.propose')}
          </Button>
        )}
        <Checkbox
          className={classes.learn ?? ''}
          size="xs"
          label={t('merge.learn')}
          description={t('merge.learnHint')}
          checked={learn}
          onChange={(event) => onLearn(event.currentTarget.checked)}
        />
      </Section>
    </>
  )
}

type TargetProps = {
  readonly number: number
  readonly topic: WordingGroup['suggestions'][number]
  readonly disabled: boolean
  readonly onMerge: (keys?: readonly string[]) => void
}

function Target({ number, topic, disabled, onMerge }: TargetProps) {
  const { t } = useTranslation('needsDecide')
  const language = useNumberLanguage()
  const [over, setOver] = useState(false)
  return (
    <button
      type="button"
      className={classes.target}
      data-over={over || undefined}
      title={t('merge.dropHere')}
      disabled={disabled}
      onClick={() => onMerge()}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onMerge(JSON.parse(event.dataTransfer.getData(dragType)))
      }}
    >
      <kbd className={classes.key}>{number}</kbd>
      <span className={classes.code}>{topic.code}</span>
      <span className={classes.topic}>{topic.name}</span>
      <span className={classes.likeness}>
        {topic.learned
          ? t('merge.learned')
          : t('merge.likeness', { share: formatPercent(topic.similarity, 0, language) })}
      </span>
      <span className={classes.meter} aria-hidden>
        <span style={{ width: `${Math.round(topic.similarity * 100)}%` }} />
      </span>
    </button>
  )
}
