import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../src-core/contract.ts'

export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>

/** What the portal answers instead of a result: a code with data, turned into a sentence by `sentenceOf`. */
export class Refusal extends Error {
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>

  constructor(code: string, data: Readonly<Record<string, unknown>>) {
    super(code)
    this.code = code
    this.data = data
  }
}

async function answerOf(asking: Promise<Response>): Promise<never> {
  let response: Response
  try {
    response = await asking
  } catch {
    throw new Refusal('OFFLINE', {})
  }
  const text = await response.text()
  const body = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}
  if (!response.ok) throw new Refusal(body.code ?? `HTTP_${response.status}`, body.data ?? {})
  return body as never
}

/** Posts JSON to a place of the portal that is no operation: accounts and sessions. */
export const post = (
  path: string,
  body: unknown = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<never> =>
  answerOf(
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )

export const get = (path: string): Promise<never> => answerOf(fetch(path))

/** Sends a file to an operation that takes one. */
export const sendFile = <F extends keyof Contract & string, O extends keyof Outputs[F] & string>(
  feature: F,
  operation: O,
  file: File,
): Promise<Outputs[F][O]> =>
  answerOf(
    fetch(`/api/files/${feature}/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    }),
  )

/** Asks an operation for a file; gives its bytes and the name they came with. */
export async function askFile<F extends keyof Contract & string, O extends keyof Inputs[F] & string>(
  feature: F,
  operation: O,
  input: Inputs[F][O],
): Promise<{ readonly bytes: Blob; readonly name: string }> {
  const asking = fetch(`/api/${feature}/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const response = await asking.catch(() => undefined)
  if (!response?.ok) return answerOf(asking)
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return { bytes: await response.blob(), name: decodeURIComponent(name) }
}

/** Calls an operation of the academy. */
export const call = <F extends keyof Contract & string, O extends keyof Inputs[F] & keyof Outputs[F] & string>(
  feature: F,
  operation: O,
  input?: Inputs[F][O],
): Promise<Outputs[F][O]> => post(`/api/${feature}/${operation}`, input)

/** Calls an operation as the holder of a personal link. */
export const callThrough = <F extends keyof Contract & string, O extends keyof Inputs[F] & keyof Outputs[F] & string>(
  token: string,
  feature: F,
  operation: O,
  input?: Inputs[F][O],
): Promise<Outputs[F][O]> => post(`/api/${feature}/${operation}`, input, { 'x-personal-link': token })
