import { Button, Select, Tabs, TextInput } from '@mantine/core'
import { IconPin, IconPinnedOff, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPlace } from '../../../src-core/delivery/session.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { useGo } from '../../app/address.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Facts, Section } from '../../ui/screen/Section.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { NumberText } from '../../ui/values/texts.tsx'
import { HistoryPanel } from '../access/HistoryPanel.tsx'
import { toneOf } from './CarriedWord.tsx'
import classes from './delivery.module.css'
import { GroupPeople } from './GroupPeople.tsx'
import { PaperProgress } from './PaperProgress.tsx'
import { type BoardSession, isPlaced, placeOf } from './schedule.ts'
import { TrainerAnswer } from './TrainerAnswer.tsx'
import { useClashesAt } from './use-carrying.ts'
import { useMaySchedule, useMoving } from './use-moving.ts'
import { usePapers } from './use-papers.ts'
import type { ShownSchedule } from './use-schedule.ts'
import { hoursText, useScheduleWords } from './use-words.ts'

type Props = {
  readonly plan: Plan
  readonly session: BoardSession
  readonly shown: ShownSchedule
  /** A place at which something blocks: the form begins with it and asks for the reason. */
  readonly asked: SessionPlace | undefined
  readonly onClose: () => void
}

/** One session: its line, people, room, trainer and pin, what clashes, and moving it without a pointer. */
export function SessionPanel({ plan, session, shown, asked, onClose }: Props) {
  const { t } = useTranslation('delivery')
  const go = useGo()
  const may = useMaySchedule()
  const words = useScheduleWords()
  const moving = useMoving()
  const papers = usePapers(plan.id)
  const [tab, setTab] = useState<string | null>(asked ? 'move' : 'session')
  const { training } = session
  const open = may.keep && plan.state !== 'CLOSED' && plan.state !== 'SUPERSEDED'
  const clashes = (shown.clashes ?? []).filter(
    (one) => one.sessionId === session.id || one.clash.sessionId === session.id,
  )
  const hours = session.startMin !== null && session.endMin !== null ? hoursText(session.startMin, session.endMin) : ''
  return (
    <SidePanel
      title={training.name}
      width={460}
      note={
        <>
          <span>{words.title(session)}</span>
          {session.pinned && <StatusWord tone="active">{t('session.pinned')}</StatusWord>}
        </>
      }
      onClose={onClose}
      actions={
        open &&
        session.date !== null && (
          <Button
            variant="default"
            leftSection={session.pinned ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
            onClick={() => void moving.pin([session.id], !session.pinned)}
          >
            {t(session.pinned ? 'session.release' : 'session.pin')}
          </Button>
        )
      }
    >
      {clashes.length > 0 && (
        <div className={classes.notes}>
          {clashes.map(({ clash, level, accepted, code, sessionId }) => (
            <Note
              key={`${clash.kind} ${sessionId} ${clash.name}`}
              tone={accepted !== null || level === 'WARN' ? 'warn' : 'bad'}
              text={`${words.clash(sessionId === session.id ? clash : { ...clash, name: code })}${accepted === null ? '' : ` ${t('clash.acceptedFor', { reason: accepted })}`}`}
            />
          ))}
        </div>
      )}
      <PaperProgress printing={papers.printing} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="session">{t('session.title')}</Tabs.Tab>
          {open && <Tabs.Tab value="move">{t('session.move')}</Tabs.Tab>}
          {may.seePeople && <Tabs.Tab value="people">{t('session.people')}</Tabs.Tab>}
          <Tabs.Tab value="history">{t('session.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="session" className={classes.tab ?? ''}>
          <Facts
            facts={[
              [t('session.when'), isPlaced(session) ? words.when(session) : t('session.nowhere')],
              [t('session.hours'), hours],
              [t('session.room'), session.room],
              [t('session.trainer'), session.trainer],
              [
                t('session.groupPeople'),
                t('session.peopleOfSeats', { people: training.people, seats: training.seats }),
              ],
              [t('session.mode'), t(`mode.${training.mode}`)],
            ]}
          />
          {session.trainerId !== null && session.date !== null && (
            <TrainerAnswer session={session} trainerId={session.trainerId} />
          )}
          <Siblings shown={shown} session={session} />
          <button
            type="button"
            className={classes.link}
            onClick={() => go(`/plan/lines?q=${encodeURIComponent(training.name)}`)}
          >
            {t('session.line', { no: training.lineNo })}
          </button>
          <div className={classes.buttons}>
            {session.roomId !== null && (
              <PaperButton label={t('paper.room')} onPrint={() => papers.print('rooms', [session.roomId ?? ''])} />
            )}
            {session.trainerId !== null && (
              <PaperButton
                label={t('paper.trainer')}
                onPrint={() => papers.print('trainers', [session.trainerId ?? ''])}
              />
            )}
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="move" className={classes.tab ?? ''}>
          <MoveForm
            key={JSON.stringify([session.rowVersion, asked])}
            session={session}
            shown={shown}
            asked={asked}
            onMoved={onClose}
          />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={classes.tab ?? ''}>
          <GroupPeople
            plan={plan}
            trainingId={training.id}
            editable={open}
            onPrint={(id) => void papers.print('people', [id])}
          />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.tab ?? ''}>
          <HistoryPanel table="session" id={session.id} />
        </Tabs.Panel>
      </Tabs>
    </SidePanel>
  )
}

function PaperButton({ label, onPrint }: { readonly label: string; readonly onPrint: () => Promise<void> }) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPrinter size={14} aria-hidden />}
      onClick={() => void onPrint()}
    >
      {label}
    </Button>
  )
}

/** The other sessions of the training. */
function Siblings({ shown, session }: { readonly shown: ShownSchedule; readonly session: BoardSession }) {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const all = (shown.schedule?.sessions ?? []).filter(({ trainingId }) => trainingId === session.trainingId)
  if (all.length < 2) return null
  return (
    <Section title={t('session.siblings')} note={<NumberText value={all.length} />}>
      <ol className={classes.list}>
        {all.map((one) => (
          <li key={one.id} data-current={one.id === session.id || undefined}>
            <span>{t('session.nth', { no: one.ordinal })}</span>
            <span>{isPlaced(one) ? words.when(one) : t('session.nowhere')}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

type MoveProps = {
  readonly session: BoardSession
  readonly shown: ShownSchedule
  readonly asked: SessionPlace | undefined
  readonly onMoved: () => void
}

function MoveForm({ session, shown, asked, onMoved }: MoveProps) {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const moving = useMoving()
  const judge = useClashesAt(shown, session)
  const start = asked ?? (isPlaced(session) ? placeOf(session) : undefined)
  const [date, setDate] = useState<string | null>(start?.date ?? null)
  const [half, setHalf] = useState(start?.half ?? (session.halfDays === 2 ? ('none' as const) : ('am' as const)))
  const [roomId, setRoomId] = useState(start?.roomId ?? session.roomId)
  const [trainerId, setTrainerId] = useState(start?.trainerId ?? session.trainerId)
  const [reason, setReason] = useState('')
  const { schedule } = shown
  if (!schedule) return null
  const place = date === null ? undefined : { date, half, roomId, trainerId }
  const judged = place ? judge(place) : { clashes: [], level: undefined }
  const blocked = judged.level === 'BLOCK'
  const accepts = (blocked || judged.level === 'BLOCK_AT_PUBLISH') && reason.trim().length >= 5
  const outside = date !== null && !date.startsWith(String(schedule.board.year))
  const ready = place !== undefined && !outside && (!blocked || reason.trim().length >= 5)
  const topicId = session.training.topicId
  const gives = (trainer: { readonly topicIds: readonly string[] }) =>
    topicId !== null && trainer.topicIds.includes(topicId)
  const trainers = schedule.board.trainers.toSorted((a, b) => Number(gives(b)) - Number(gives(a)))
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!place || !ready) return
        void moving.move(session, place, accepts ? reason.trim() : null).then((done) => done && onMoved())
      }}
    >
      <DateField
        label={t('move.date')}
        value={date}
        onChange={setDate}
        error={outside ? t('move.outside', { year: String(schedule.board.year) }) : undefined}
      />
      {session.halfDays === 1 && (
        <Select
          label={t('move.half')}
          allowDeselect={false}
          data={(['am', 'pm'] as const).map((value) => ({ value, label: words.halfAlone(value) }))}
          value={half}
          onChange={(value) => setHalf(value === 'pm' ? 'pm' : 'am')}
        />
      )}
      <Select
        label={t('move.room')}
        searchable
        clearable
        placeholder={t('session.noRoom')}
        data={schedule.board.rooms.map(({ id, name, capacity }) => ({
          value: id,
          label: t('move.roomSeats', { name, seats: capacity }),
        }))}
        value={roomId}
        onChange={setRoomId}
      />
      <Select
        label={t('move.trainer')}
        searchable
        clearable
        placeholder={t('session.noTrainer')}
        data={trainers.map((one) => ({
          value: one.id,
          label: gives(one) ? one.name : t('move.otherTopic', { name: one.name }),
        }))}
        value={trainerId}
        onChange={setTrainerId}
      />
      <div className={classes.verdict} data-tone={toneOf(judged)} role="status">
        {place === undefined ? t('move.noDate') : judged.level ? t(`carry.${judged.level}`) : t('carry.free')}
        {judged.clashes.length > 0 && (
          <ul>
            {judged.clashes.map((clash) => (
              <li key={`${clash.kind} ${clash.cause} ${clash.name} ${clash.sessionId}`}>{words.clash(clash)}</li>
            ))}
          </ul>
        )}
      </div>
      {(blocked || judged.level === 'BLOCK_AT_PUBLISH') && (
        <TextInput
          label={t('move.reason')}
          description={t(blocked ? 'move.reasonHint' : 'move.reasonLater')}
          required={blocked}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" disabled={!ready}>
          {t('move.do')}
        </Button>
        {session.date !== null && (
          <Button
            variant="default"
            onClick={() => void moving.move(session, null, null).then((done) => done && onMoved())}
          >
            {t('move.takeOut')}
          </Button>
        )}
      </div>
    </form>
  )
}
