import { formatDate, formatInstant } from '../../src-core/kernel/dates.ts'
import { Link } from './address.tsx'
import { call, type Outputs } from './api.ts'
import { MyCalendar } from './mine/MyCalendar.tsx'
import { MyPlan } from './mine/MyPlan.tsx'
import { Note, Page, Waiting } from './parts/parts.tsx'
import { useLoad } from './parts/use-load.ts'
import { useSelf } from './self.ts'
import { fill, useWords, type Words } from './words/words.tsx'

/** The three doors for who has not come in, the personal screen for who has. */
export function Home() {
  const words = useWords()
  const { self } = useSelf()
  if (!self) return <Doors />
  return (
    <Page title={words.mine.title}>
      {self.waitingRoles.length > 0 && (
        <Note tone="warn">
          {self.twoFactor ? words.account.secondOwed : words.account.secondWaiting}{' '}
          <Link href="/account">{self.twoFactor ? words.account.confirmCode : words.account.turnOn}</Link>
        </Note>
      )}
      {self.roles.includes('ST') ? <Mine /> : self.roles.includes('SA') ? null : <p>{words.mine.none}</p>}
    </Page>
  )
}

function Doors() {
  const words = useWords()
  const { doors } = words
  const all = [
    { title: doors.staff, text: doors.staffText, href: '/register/staff', action: doors.activate },
    { title: doors.body, text: doors.bodyText, href: '/register/body', action: doors.register },
    { title: doors.citizen, text: doors.citizenText, href: '/register/citizen', action: doors.register },
  ]
  return (
    <Page title={doors.title}>
      <p>{doors.lead}</p>
      <ul className="doors">
        {all.map(({ title, text, href, action }) => (
          <li key={href}>
            <h2>{title}</h2>
            <p>{text}</p>
            <Link href={href} className="button" aria-label={`${title}: ${action}`}>
              {action}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/sign-in" className="button primary">
          {doors.have}
        </Link>
      </p>
      <section>
        <h2>{doors.verify}</h2>
        <p>
          {doors.verifyText} <Link href="/verify">{words.nav.verify}</Link>
        </p>
      </section>
    </Page>
  )
}

function Mine() {
  const words = useWords()
  const needs = useLoad<Outputs['needs']['myNeeds']>(() => call('needs', 'myNeeds'))
  const plan = useLoad(async () => {
    const [{ notices }, { sessions }] = await Promise.all([call('plan', 'myTrainings'), call('delivery', 'mySessions')])
    return { notices, sessions }
  })
  return (
    <>
      {needs.data ? needs.data.window && <Window needs={needs.data} /> : <Waiting {...needs} />}
      <section>
        <h2>{words.mine.plan}</h2>
        {plan.data ? <MyPlan {...plan.data} /> : <Waiting {...plan} />}
        <MyCalendar />
      </section>
      <section>
        <h2>{words.mine.trainings}</h2>
        {needs.data && <Trainings trainings={needs.data.trainings} />}
      </section>
    </>
  )
}

function windowSentence({ mine }: Words, window: NonNullable<Outputs['needs']['myNeeds']['window']>): string {
  const fields = { year: window.year, from: formatInstant(window.opensAt), until: formatInstant(window.closesAt) }
  if (window.collecting === 'open') return fill(mine.windowOpen, fields)
  return fill(window.collecting === 'notYet' ? mine.windowNotYet : mine.windowClosed, fields)
}

function Window({ needs: { window, form, draft } }: { needs: Outputs['needs']['myNeeds'] }) {
  const words = useWords()
  if (!window) return null
  const open = window.collecting === 'open'
  const decided = form !== null && !['SUBMITTED', 'RETURNED', 'DRAFT', 'EMPTY'].includes(form.state)
  const begun = draft ? words.mine.goOn : words.mine.fill
  return (
    <section className="lead">
      <h2>{words.mine.window}</h2>
      <p>{windowSentence(words, window)}</p>
      {form && (
        <p>
          <strong>{words.formState[form.state]}</strong>
          {form.receiptNo && ` · ${words.needs.receipt}: ${form.receiptNo}`}
        </p>
      )}
      {(open || form) && (
        <Link href="/needs" className="button primary">
          {open && !decided && (!form || draft) ? begun : words.mine.show}
        </Link>
      )}
    </section>
  )
}

function Trainings({ trainings }: { trainings: Outputs['needs']['myNeeds']['trainings'] }) {
  const words = useWords()
  if (trainings.length === 0) return <p className="quiet">{words.mine.trainingsEmpty}</p>
  return (
    <ul className="list">
      {trainings.map(({ name, completedOn, certificateNo }) => (
        <li key={`${name} ${completedOn}`}>
          <span>{name}</span>
          <span className="quiet">
            {formatDate(completedOn)}
            {certificateNo && ` · ${words.mine.certificateNo} ${certificateNo}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
