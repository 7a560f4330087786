import { Button, Checkbox, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListedErasure } from '../../../src-core/people/erasure.contract.ts'
import { erasableKinds, keptKinds } from '../../../src-core/people/erasure.rules.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { Facts, Section } from '../../ui/screen/Section.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { DateText } from '../../ui/values/texts.tsx'
import { erasureTones } from './erasure-words.ts'
import classes from './people.module.css'

const formId = 'erasure-answer'

type Props = {
  readonly erasure: ListedErasure
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

/** One request: what was asked, what is erased, what stays and why, and the answer. */
export function ErasurePanel({ erasure, onClose, onStep }: Props) {
  const { t } = useTranslation('people')
  const officer = useOfficer()
  const waits = erasure.state === 'ASKED' && holds(officer, ['TM', 'TO'])
  const form = useForm({
    initial: { phone: true, profile: true, notes: true, portal: true, answer: '' },
    check: ({ answer }) => (answer.trim().length < 5 ? { answer: t('erasure.answerNeeded') } : {}),
    draft: `erasure:${erasure.id}`,
    submit: async (values) => {
      const { id, rowVersion, name } = erasure
      const erase = erasableKinds.filter((kind) => values[kind])
      await client.people.answerErasure({ id, rowVersion, erase, answer: values.answer })
      tell({ text: t('erasure.answered', { name }), tone: 'good' })
    },
  })
  return (
    <SidePanel
      title={erasure.name}
      note={
        <>
          <span>{erasure.registryNo}</span>
          <StatusWord tone={erasureTones[erasure.state]}>{t(`erasure.states.${erasure.state}`)}</StatusWord>
        </>
      }
      width={520}
      onClose={onClose}
      onStep={onStep}
      {...(waits && {
        actions: (
          <Button type="submit" form={formId} loading={form.busy}>
            {t('erasure.send')}
          </Button>
        ),
      })}
    >
      <div className={classes.request}>
        <Facts
          facts={[
            [t('erasure.unit'), erasure.unit],
            [t('erasure.askedAt'), <DateText key="asked" iso={erasure.askedAt} time />],
            [t('erasure.dueOn'), <DateText key="due" iso={erasure.dueOn} />],
            [t('erasure.wish'), erasure.wish ?? t('erasure.noWish')],
            ...(erasure.state === 'ANSWERED'
              ? [
                  [
                    t('erasure.erased'),
                    erasure.erased.map((kind) => t(`erasure.kinds.${kind}`)).join(', ') || t('erasure.nothing'),
                  ] as const,
                  [t('erasure.answer'), erasure.answer] as const,
                ]
              : []),
          ]}
        />
        {waits && (
          <form id={formId} {...form.props}>
            <Fields title={t('erasure.erase')}>
              {erasableKinds.map((kind) => (
                <Checkbox key={kind} label={t(`erasure.kinds.${kind}`)} {...form.flag(kind)} />
              ))}
            </Fields>
            <Fields>
              <Textarea
                label={t('erasure.answer')}
                description={t('erasure.answerHint')}
                autosize
                minRows={3}
                maxLength={2000}
                required
                {...form.text('answer')}
              />
              <ErrorNote error={form.failure} />
            </Fields>
          </form>
        )}
        <Section title={t('erasure.kept')}>
          <ul className={classes.kept}>
            {keptKinds.map((kind) => (
              <li key={kind}>{t(`erasure.keptKinds.${kind}`)}</li>
            ))}
          </ul>
        </Section>
      </div>
    </SidePanel>
  )
}
