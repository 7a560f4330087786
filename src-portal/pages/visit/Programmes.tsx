import { formatDate, formatLongDate } from '../../../src-core/kernel/dates.ts'
import { call, type Outputs } from '../api.ts'
import { Note } from '../parts/parts.tsx'
import { useLoad } from '../parts/use-load.ts'
import { fill, useLanguage } from '../words/words.tsx'
import { visitWords } from './visit-words.ts'

type Programme = Outputs['delegations']['myProgrammes']['programmes'][number]

/** The programmes made for the reader's own body; nothing where there are none. */
export function Programmes() {
  const words = visitWords(useLanguage())
  const { data } = useLoad<Outputs['delegations']['myProgrammes']>(() => call('delegations', 'myProgrammes'))
  if (!data || data.programmes.length === 0) return null
  return (
    <section>
      <h2>{words.programmes}</h2>
      {data.programmes.map((one) => (
        <ProgrammeOf key={one.id} programme={one} />
      ))}
    </section>
  )
}

const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function ProgrammeOf({ programme }: { readonly programme: Programme }) {
  const language = useLanguage()
  const words = visitWords(language)
  const { titleTr, titleEn, body, fromDate, toDate, calledOff, slots } = programme
  const days = Map.groupBy(slots, ({ date }) => date)
  return (
    <article className="card programme">
      <h3>{language === 'tr' ? titleTr : titleEn}</h3>
      <p className="quiet">{`${body} · ${formatDate(fromDate)} – ${formatDate(toDate)}`}</p>
      {calledOff && <Note tone="warn">{words.calledOff}</Note>}
      {[...days].map(([date, ofDay]) => (
        <table key={date} className="stack">
          <caption>{formatLongDate(date, language)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.hours}</th>
              <th scope="col">{words.topic}</th>
              <th scope="col">{words.place}</th>
            </tr>
          </thead>
          <tbody>
            {ofDay.map((slot) => (
              <tr key={slot.id}>
                <td data-label={words.hours}>{`${clockText(slot.startMinute)}–${clockText(slot.endMinute)}`}</td>
                <th scope="row">
                  {language === 'tr' ? slot.titleTr : slot.titleEn}
                  {slot.groupNo > 0 && ` (${fill(words.group, { group: slot.groupNo })})`}
                </th>
                <td data-label={words.place}>{(language === 'tr' ? slot.placeTr : slot.placeEn) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </article>
  )
}
