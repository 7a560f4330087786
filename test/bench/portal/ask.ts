import { Agent, request } from 'node:http'

export type Loaded = {
  /** Answers of 200 in a second. */
  readonly aSecond: number
  readonly p50: number
  readonly p99: number
  readonly answers: number
}

type Asked = { readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: unknown }

/** One request over a kept connection; gives status and body. */
export function ask(
  agent: Agent,
  address: string,
  { path, headers, body }: Asked,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}${path}`,
      { agent, method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}

/** Asks over so many connections for so many seconds; `next` makes the request of a turn and hears its answer. */
export async function load(
  addresses: readonly string[],
  connections: number,
  seconds: number,
  turn: (agent: Agent, address: string, connection: number) => Promise<void>,
): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const begin = performance.now()
  const end = begin + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const address = addresses[connection % addresses.length] ?? ''
      while (performance.now() < end) {
        const from = performance.now()
        await turn(agent, address, connection)
        times.push(performance.now() - from)
      }
    }),
  )
  const took = (performance.now() - begin) / 1000
  agent.destroy()
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return { aSecond: times.length / took, p50: at(0.5), p99: at(0.99), answers: times.length }
}
