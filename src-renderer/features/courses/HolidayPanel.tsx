import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { weekdayOf } from '../../../src-core/courses/days.ts'
import type { Holiday } from '../../../src-core/courses/holiday.ts'
import { formatLongDate } from '../../../src-core/kernel/dates.ts'
import { client, orpc } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { weekdayNames } from './calendar-words.ts'
import { HolidayForm } from './HolidayForm.tsx'
import classes from './HolidayPanel.module.css'
import { holidayFields, holidayName, holidayProblems, holidaySpan, newHoliday, valuesOf } from './holiday-form.ts'
import { removeHolidays } from './holiday-work.ts'
import { LoadingPanel, RecordPanel } from './RecordPanel.tsx'
import { useMay } from './use-may.ts'

const formId = 'holiday-form'

type ClosingProps = { readonly onClose: () => void }

/** One holiday with its history. */
export function HolidayPanel({ id, onClose }: ClosingProps & { readonly id: string }) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const may = useMay()
  const found = useQuery(orpc.courses.getHoliday.queryOptions({ input: { id } }))
  const holiday = found.data
  if (!holiday)
    return (
      <LoadingPanel
        title={t('holidays.title')}
        error={found.error}
        onRetry={() => void found.refetch()}
        onClose={onClose}
        onStep={undefined}
      />
    )
  return (
    <RecordPanel
      title={holidayName(holiday, language)}
      note={
        <>
          <span>{formatLongDate(holiday.date, language)}</span>
          <span>{t(`word.half.${holiday.half}`)}</span>
          {!holiday.announced && <StatusWord tone="warn">{t('holidays.calculated')}</StatusWord>}
        </>
      }
      record={{ table: 'holiday', id }}
      onClose={onClose}
      onStep={undefined}
      formId={may.edit ? formId : undefined}
      actions={
        may.edit && (
          <Button variant="default" onClick={() => void removeHolidays([id]).then(onClose).catch(tellError)}>
            {t('holidays.remove')}
          </Button>
        )
      }
      details={<Details key={holiday.rowVersion} holiday={holiday} readOnly={!may.edit} />}
    />
  )
}

function Details({ holiday, readOnly }: { readonly holiday: Holiday; readonly readOnly: boolean }) {
  const { t } = useTranslation('courses')
  const form = useForm({
    initial: valuesOf(holiday),
    check: holidayProblems,
    draft: `holiday:${holiday.id}`,
    submit: async (values) => {
      const { id, rowVersion } = holiday
      await client.courses.changeHoliday({ id, rowVersion, fields: holidayFields(values) })
      tell({ text: t('said.saved', { name: values.name }), tone: 'good' })
    },
  })
  return <HolidayForm id={formId} form={form} readOnly={readOnly} span={false} />
}

type NewProps = ClosingProps & { readonly date: string }

/** The form of a holiday that begins on a day; it may run over several. */
export function NewHolidayPanel({ date, onClose }: NewProps) {
  const { t } = useTranslation('courses')
  const form = useNewHoliday(date, onClose)
  return (
    <RecordPanel
      title={t('holidays.new')}
      record={undefined}
      onClose={onClose}
      onStep={undefined}
      formId={formId}
      busy={form.busy}
      details={<HolidayForm id={formId} form={form} readOnly={false} span fresh />}
    />
  )
}

function useNewHoliday(date: string, onDone: () => void) {
  const { t } = useTranslation('courses')
  return useForm({
    initial: newHoliday(date, t('word.holidayKind.administrativeLeave')),
    check: holidayProblems,
    draft: 'holiday:new',
    submit: async (values) => {
      const { ids } = await client.courses.addHolidays(holidaySpan(values))
      onDone()
      tellUndo(t('holidays.added', { count: ids.length }), () =>
        client.courses.removeHolidays({ ids }).catch(tellError),
      )
    },
  })
}

type DayProps = ClosingProps & { readonly date: string; readonly onOpen: (id: string) => void }

/** What falls on one day, and a form for what is to fall on it. */
export function DayPanel({ date, onClose, onOpen }: DayProps) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const may = useMay()
  const found = useQuery(orpc.courses.holidaysOfYear.queryOptions({ input: { year: Number(date.slice(0, 4)) } }))
  const ofDay = (found.data?.holidays ?? []).filter((holiday) => holiday.date === date)
  const form = useNewHoliday(date, onClose)
  const weekday = weekdayNames(language)[weekdayOf(date) - 1]?.long
  return (
    <RecordPanel
      title={formatLongDate(date, language)}
      note={weekday}
      record={undefined}
      onClose={onClose}
      onStep={undefined}
      formId={may.edit ? formId : undefined}
      busy={form.busy}
      saveLabel={t('holidays.add')}
      details={
        <>
          {ofDay.length === 0 ? (
            <p className={classes.free}>{t(weekdayOf(date) < 6 ? 'holidays.freeDay' : 'holidays.weekend')}</p>
          ) : (
            <ul className={classes.list}>
              {ofDay.map((holiday) => (
                <li key={holiday.id}>
                  <button type="button" className={classes.entry} onClick={() => onOpen(holiday.id)}>
                    <span className={classes.name}>{holidayName(holiday, language)}</span>
                    <span className={classes.facts}>
                      {t(`word.holidayKind.${holiday.kind}`)} · {t(`word.half.${holiday.half}`)}
                    </span>
                    {!holiday.announced && <StatusWord tone="warn">{t('holidays.calculated')}</StatusWord>}
                  </button>
                </li>
              ))}
            </ul>
          )}
          {may.edit && (
            <Section title={t('holidays.new')}>
              <HolidayForm id={formId} form={form} readOnly={false} span />
            </Section>
          )}
        </>
      }
    />
  )
}
