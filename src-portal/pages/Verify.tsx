import { type FormEvent, useEffect, useState } from 'react'
import { formatDate } from '../../src-core/kernel/dates.ts'
import { call, type Outputs } from './api.ts'
import { Facts, Note, Page, Problem, TextField } from './parts/parts.tsx'
import { useDoing } from './parts/use-load.ts'
import { fill, useLanguage, useWords } from './words/words.tsx'

type Found = Outputs['certificates']['checkPublicly']

/** What a QR holds: the path with its signature, which stands behind the `#` and so never left the browser by itself. */
const fromAddress = (): string => {
  const { pathname, hash } = window.location
  return pathname.startsWith('/d/') ? pathname + hash : ''
}

/** Anybody checks a certificate: by its QR, by its code, or by its number and the holder's surname. */
export function Verify() {
  const words = useWords().verify
  const [text, setText] = useState(fromAddress)
  const [surname, setSurname] = useState('')
  const [found, setFound] = useState<Found>()
  const { busy, error, run } = useDoing()
  const check = () => run(async () => setFound(await call('certificates', 'checkPublicly', { text, surname })))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is asked once, when the page opens
  useEffect(() => {
    if (fromAddress()) void check()
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void check()
  }
  const scanned = text.startsWith('/d/')
  return (
    <Page title={words.title} narrow>
      <p>{words.lead}</p>
      <form onSubmit={submit}>
        <TextField
          label={words.text}
          value={scanned ? text.slice(3).replace(/#.*$/, '') : text}
          onChange={setText}
          maxLength={300}
          autoComplete="off"
        />
        <TextField
          label={found?.verdict === 'needsSurname' ? words.surnameNeeded : words.surname}
          value={surname}
          onChange={setSurname}
          required={found?.verdict === 'needsSurname'}
          autoComplete="off"
          maxLength={100}
        />
        <button type="submit" className="button primary" disabled={busy}>
          {words.check}
        </button>
      </form>
      <Problem error={error} />
      {found && <Result found={found} />}
      <p className="quiet">{words.counted}</p>
    </Page>
  )
}

function Result({ found: { verdict, certificate } }: { found: Found }) {
  const words = useWords().verify
  const language = useLanguage()
  if (verdict === 'needsSurname') return <Note tone="warn">{words.needsSurname}</Note>
  if (!certificate) return <Note tone="bad">{words.unknown}</Note>
  const { standing, kind, titleTr, titleEn, fromDate, toDate, lessonHoursTenths, attendedTenths, issuedOn, endedOn } =
    certificate
  const good = verdict === 'genuine' && standing === 'valid'
  const titles = language === 'en' && titleEn ? [titleEn, titleTr] : [titleTr, ...(titleEn ? [titleEn] : [])]
  const number = (tenths: number) => (tenths / 10).toLocaleString(language === 'tr' ? 'tr-TR' : 'en-GB')
  const partly = attendedTenths !== null && attendedTenths !== lessonHoursTenths
  // The paper says what its holder attended.
  const hours = partly ? `${number(attendedTenths)} / ${number(lessonHoursTenths)}` : number(lessonHoursTenths)
  return (
    <section className="result" aria-live="polite">
      {verdict === 'altered' && <Note tone="bad">{words.altered}</Note>}
      <Note tone={good ? 'good' : 'warn'}>
        <strong>{words.standing[standing]}</strong>
      </Note>
      <Facts
        facts={[
          [words.holder, certificate.holder],
          [words.training, titles.join(' / ')],
          [words.document, words.kind[kind]],
          [words.dates, fromDate === toDate ? formatDate(fromDate) : `${formatDate(fromDate)} – ${formatDate(toDate)}`],
          [words.hours, fill(words.hoursOf, { hours })],
          [words.issuer, certificate.issuer],
          [words.issuedOn, formatDate(issuedOn)],
          ...(endedOn ? [[words.endedOn, formatDate(endedOn)] as const] : []),
          ...(certificate.replacedBy ? [[words.replacedBy, certificate.replacedBy] as const] : []),
        ]}
      />
    </section>
  )
}
