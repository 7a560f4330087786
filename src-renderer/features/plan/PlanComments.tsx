import { Button, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayEdit } from '../../../src-core/plan/plan.rules.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { DateText } from '../../ui/values/texts.tsx'
import { UnitPicker } from '../people/UnitPicker.tsx'
import classes from './plan.module.css'

/** What units say about the plan while they review it, and what they were answered. */
export function PlanComments({ plan, mayWrite }: { readonly plan: Plan; readonly mayWrite: boolean }) {
  const { t } = useTranslation('plan')
  const found = useQuery(orpc.plan.comments.queryOptions({ input: { planId: plan.id } }))
  const open = mayWrite && plan.state === 'UNDER_REVIEW'
  return (
    <div className={classes.flow}>
      {open ? <NewComment planId={plan.id} /> : <p className={classes.dim}>{t('review.commentsClosed')}</p>}
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {found.data?.length === 0 && (
        <EmptyState title={t('review.commentsEmpty')} text={t('review.commentsEmptyText')} />
      )}
      {found.data?.map((comment) => (
        <article key={comment.id} className={classes.comment}>
          <span className={classes.dim}>
            {[comment.unit, comment.line].filter(Boolean).join(' · ')} <DateText iso={comment.at} time />{' '}
            <StatusWord tone={comment.answer ? 'good' : 'warn'}>
              {comment.answer ? t('review.answered') : t('review.waiting')}
            </StatusWord>
          </span>
          <p>{comment.text}</p>
          {comment.answer && <p className={classes.answer}>{comment.answer}</p>}
          {!comment.answer && mayWrite && mayEdit(plan.state) && <Answer id={comment.id} />}
        </article>
      ))}
    </div>
  )
}

function NewComment({ planId }: { readonly planId: string }) {
  const { t } = useTranslation('plan')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [text, setText] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        client.plan
          .addComment({ planId, unitId, planLineId: null, text: text.trim() })
          .then(() => setText(''))
          .catch(tellError)
      }}
    >
      <UnitPicker label={t('review.commentUnit')} size="sm" value={unitId} onChange={setUnitId} />
      <Textarea
        label={t('review.comment')}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="default" disabled={text.trim().length < 3}>
          {t('review.commentAdd')}
        </Button>
      </div>
    </form>
  )
}

function Answer({ id }: { readonly id: string }) {
  const { t } = useTranslation('plan')
  const [answer, setAnswer] = useState('')
  return (
    <form
      className={classes.buttons}
      onSubmit={(event) => {
        event.preventDefault()
        if (answer.trim() !== '') client.plan.answerComment({ id, answer: answer.trim() }).catch(tellError)
      }}
    >
      <TextInput
        size="xs"
        className={classes.grow ?? ''}
        aria-label={t('review.answer')}
        placeholder={t('review.answer')}
        maxLength={2000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="default" disabled={answer.trim() === ''}>
        {t('review.answerSave')}
      </Button>
    </form>
  )
}
