/**
 * A file on its way to the window inside a stream of progress, whose events carry nothing but JSON. Answers that are no
 * stream carry files as they are.
 */
export type SentFile = { readonly sentFile: { readonly name: string; readonly type: string; readonly base64: string } }

/** The same answer with its file, if it is one or has one among its fields, made fit for an event. */
export async function sendable(answer: unknown): Promise<unknown> {
  if (answer instanceof File) return sent(answer)
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer
  const fields = Object.entries(answer).map(async ([name, field]) => [
    name,
    field instanceof File ? await sent(field) : field,
  ])
  return Object.fromEntries(await Promise.all(fields))
}

async function sent(file: File): Promise<SentFile> {
  const base64 = Buffer.from(await file.arrayBuffer()).toString('base64')
  return { sentFile: { name: file.name, type: file.type, base64 } }
}

/** The answer as the operation gave it. */
export function received<T>(answer: T): T {
  if (isSent(answer)) return opened(answer) as T
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer
  const fields = Object.entries(answer)
  if (!fields.some(([, field]) => isSent(field))) return answer
  return Object.fromEntries(fields.map(([name, field]) => [name, isSent(field) ? opened(field) : field])) as T
}

const opened = ({ sentFile: { name, type, base64 } }: SentFile): File => new File([bytesOf(base64)], name, { type })

const isSent = (answer: unknown): answer is SentFile =>
  typeof answer === 'object' && answer !== null && 'sentFile' in answer

type FromBase64 = { readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }

/** Chromium decodes megabytes in a few milliseconds; elsewhere it takes a loop. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as FromBase64
  return fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}
