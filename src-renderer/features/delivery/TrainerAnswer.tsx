import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { sessionAnswers } from '../../../src-core/delivery/trainer-page.contract.ts'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { orpc } from '../../app/api.ts'
import { holds, useOfficer } from '../../app/session.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { StatusWord, type Tone } from '../../ui/values/StatusWord.tsx'
import { LinkTable } from '../links/LinkTable.tsx'
import classes from './delivery.module.css'
import type { BoardSession } from './schedule.ts'

const tones: Readonly<Record<(typeof sessionAnswers)[number], Tone>> = {
  ACCEPTED: 'good',
  ALTERNATIVE: 'warn',
  DECLINED: 'bad',
}

type Props = { readonly session: BoardSession; readonly trainerId: string }

/** What the trainer said of a session, and the link by which she says it. */
export function TrainerAnswer({ session, trainerId }: Props) {
  const { t } = useTranslation('delivery')
  const keeps = holds(useOfficer(), ['TO'])
  const [linking, setLinking] = useState(false)
  const said = useQuery(orpc.delivery.sessionAnswer.queryOptions({ input: { sessionId: session.id } }))
  const answer = said.data?.answer
  return (
    <Section
      title={t('answer.title')}
      end={
        keeps && (
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={linking}
            leftSection={<IconLink size={12} aria-hidden />}
            onClick={() => setLinking(!linking)}
          >
            {t('answer.link')}
          </Button>
        )
      }
    >
      <div className={classes.answer}>
        {answer ? (
          <>
            <StatusWord tone={tones[answer.answer]}>{t(`answer.${answer.answer}`)}</StatusWord>
            <span>{[answer.note, formatInstant(answer.at)].filter(Boolean).join(' · ')}</span>
          </>
        ) : (
          <StatusWord tone="neutral">{t('answer.none')}</StatusWord>
        )}
      </div>
      {linking && <TrainerLink trainerId={trainerId} name={session.trainer ?? ''} until={session.date ?? ''} />}
    </Section>
  )
}

type LinkProps = { readonly trainerId: string; readonly name: string; readonly until: string }

function TrainerLink({ trainerId, name, until }: LinkProps) {
  const { t } = useTranslation('delivery')
  const found = useQuery(orpc.links.listLinks.queryOptions({ input: { delegationId: null, trainerId } }))
  if (!found.data) return null
  const [link] = found.data.links
  const holder = {
    key: trainerId,
    subject: { purpose: 'TRAINER' as const, trainerId },
    ...{ name, detail: t('answer.all'), email: '', language: link?.language ?? ('tr' as const), link },
  }
  return <LinkTable holders={[holder]} languages={['tr', 'en']} until={until} mailable={false} />
}
