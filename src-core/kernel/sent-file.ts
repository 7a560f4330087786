/**
 * A file on its way to the window inside a stream of progress, whose events carry nothing but JSON. Answers that are no
 * stream carry files as they are.
 */
export type SentFile = { readonly sentFile: { readonly name: string; readonly type: string; readonly base64: string } }

/** The same answer with its file, if it is one, made fit for an event. */
export async function sendable(answer: unknown): Promise<unknown> {
  if (!(answer instanceof File)) return answer
  const base64 = Buffer.from(await answer.arrayBuffer()).toString('base64')
  return { sentFile: { name: answer.name, type: answer.type, base64 } } satisfies SentFile
}

/** The answer as the operation gave it. */
export function received<T>(answer: T): T {
  if (!isSent(answer)) return answer
  const { name, type, base64 } = answer.sentFile
  return new File([bytesOf(base64)], name, { type }) as T
}

const isSent = (answer: unknown): answer is SentFile =>
  typeof answer === 'object' && answer !== null && 'sentFile' in answer

type FromBase64 = { readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }

/** Chromium decodes megabytes in a few milliseconds; elsewhere it takes a loop. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as FromBase64
  return fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}
