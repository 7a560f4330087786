import { createTransport } from 'nodemailer'

export type Letter = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export type Post = {
  /** Hands a letter to the mail server; throws what it answered when it would not have it. */
  send(letter: Letter): Promise<void>
  close(): void
}

/** A server that says nothing is given up after so many milliseconds. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Sends by SMTP. `url` is nodemailer's: `smtps://user:password@host:465`, or `smtp://host:587?requireTLS=true` for STARTTLS. A
 * letter keeps its Message-ID however often it is sent, so that the recipient's server sees one message.
 */
export function openPost(url: string, from: string): Post {
  const patient = new URL(url)
  for (const [name, value] of Object.entries(timeouts)) patient.searchParams.set(name, String(value))
  const transport = createTransport(patient.href)
  const host = from.replace(/^.*@/, '').replace(/>$/, '')
  return {
    send: async ({ id, ...letter }) => {
      await transport.sendMail({
        ...letter,
        from,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
