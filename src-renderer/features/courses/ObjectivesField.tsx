import { ActionIcon, Button, Textarea, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './RecordPanel.module.css'
import { nextObjectiveCode, type TopicValues } from './topic-form.ts'

type Objective = TopicValues['objectives'][number]

type Props = {
  readonly id: string
  readonly value: readonly Objective[]
  readonly onChange: (value: readonly Objective[]) => void
  readonly onBlur: () => void
  readonly error: string | undefined
}

/** Objectives as numbered lines: a code, a verb, and what participants can do afterwards. */
export function ObjectivesField({ id, value, onChange, onBlur, error }: Props) {
  const { t } = useTranslation('courses')
  const change = (at: number, part: Partial<Objective>) =>
    onChange(value.map((old, place) => (place === at ? { ...old, ...part } : old)))
  const add = () => onChange([...value, { code: nextObjectiveCode(value), verb: '', text: '' }])
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t('topics.objectives')}</legend>
      <div className={classes.items}>
        {value.map((objective, at) => (
          <div key={objective.code} className={`${classes.item} ${classes.objective}`}>
            <span className={classes.number}>{objective.code}</span>
            <TextInput
              {...(at === 0 && { id })}
              aria-label={`${t('topics.objective', { number: at + 1 })}, ${t('topics.verb')}`}
              placeholder={t('topics.verb')}
              value={objective.verb}
              onBlur={onBlur}
              onChange={(event) => change(at, { verb: event.currentTarget.value })}
            />
            <Textarea
              aria-label={t('topics.objective', { number: at + 1 })}
              placeholder={t('topics.objectiveText')}
              autosize
              minRows={1}
              value={objective.text}
              onBlur={onBlur}
              onChange={(event) => change(at, { text: event.currentTarget.value })}
            />
            <Tooltip label={t('actions.removeItem', { text: objective.code })}>
              <ActionIcon
                aria-label={t('actions.removeItem', { text: objective.code })}
                onClick={() => onChange(value.filter((_, place) => place !== at))}
              >
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </div>
        ))}
        {error && <p className={classes.error}>{error}</p>}
        <div>
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('topics.addObjective')}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
