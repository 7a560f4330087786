import type { Store } from '../../src-core/database/store.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { compose, holdDueMails, MissingField, markDraft, markRefused, markSent } from '../../src-core/notices/index.ts'
import type { Post } from '../../src-node/mail/smtp.ts'

export type MailClock = {
  /** Sends what is due now; gives how many went. */
  sendDue(): Promise<number>
  stop(): Promise<void>
}

export type MailClockOptions = {
  readonly store: Store
  readonly post: Post
  readonly seal: Pick<Ports['seal'], 'open'>
  readonly address: string
  readonly clock: () => Date
  /** 0 sends only when asked. */
  readonly everyMs: number
  readonly onProblem: (error: unknown) => void
}

const atOnce = 20

/** Sends the outbox. Several processes may do so: each takes mails that no other holds. */
export function startMailClock({ store, post, seal, address, clock, everyMs, onProblem }: MailClockOptions): MailClock {
  let running: Promise<unknown> = Promise.resolve()
  let ending = false

  async function sendDue(): Promise<number> {
    let sent = 0
    for (;;) {
      const mails = await store.write(({ db }) => holdDueMails(db, clock().toISOString(), atOnce))
      for (const mail of mails) {
        if (ending) return sent
        try {
          const data = unsealed(JSON.parse(mail.data), seal)
          const letter = compose(mail.code, mail.otherLanguage ?? mail.language, data, address)
          await post.send({ id: mail.id, to: mail.recipient, ...letter })
          await store.write(({ db }) => markSent(db, mail.id, clock().toISOString()))
          sent++
        } catch (error) {
          await store.write(async ({ db }) => {
            if (error instanceof MissingField) await markDraft(db, mail.id, error.message)
            else await markRefused(db, mail, problemOf(error), clock().toISOString())
          })
        }
      }
      if (mails.length < atOnce) return sent
    }
  }

  const turn = () => {
    const next = running.then(sendDue)
    running = next.catch(onProblem)
    return next
  }
  const timer = everyMs > 0 ? setInterval(() => void turn().catch(() => undefined), everyMs) : undefined
  timer?.unref()
  return {
    sendDue: turn,
    stop: async () => {
      ending = true
      clearInterval(timer)
      await running
      post.close()
    },
  }
}

/** The fields of a mail with those that lay sealed, under their own names. */
const unsealed = (data: Readonly<Record<string, string | number>>, seal: MailClockOptions['seal']) =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) =>
      name.endsWith('Sealed') ? [name.slice(0, -'Sealed'.length), seal.open(String(value))] : [name, value],
    ),
  )

/** What the server answered, without the address it answered about. */
function problemOf(error: unknown): string {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string }
  return [code, responseCode, command].filter(Boolean).join(' ') || 'unknown'
}
