import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance } from 'fastify'
import { offered } from './operations.ts'

type Described = {
  readonly paths?: Readonly<
    Record<string, Readonly<Record<string, { readonly requestBody?: unknown; readonly responses?: unknown }>>>
  >
}

/** `/api/openapi.json` and, for people, `/api`: the operations that the portal offers, from their own declaration. */
export async function serveApiPage(app: FastifyInstance, address: string): Promise<void> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(offered, {
    info: { title: 'Akademi', version: '1', description: 'Operations of the portal. A session cookie signs in.' },
    servers: [{ url: `${address}/api` }],
  })
  const page = pageOf(document as Described)
  app.get('/api/openapi.json', async () => document)
  app.get('/api', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const part = (word: string, value: unknown): string =>
  value === undefined ? '' : `<h3>${word}</h3><pre tabindex="0">${escapeHtml(JSON.stringify(value, null, 2))}</pre>`

function pageOf({ paths = {} }: Described): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { requestBody, responses }]) =>
        `<details><summary><code>${method.toUpperCase()} /api${escapeHtml(path)}</code></summary>${part('Request', requestBody)}${part('Responses', responses)}</details>`,
    ),
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Akademi API</title><link rel="stylesheet" href="/plain.css"></head><body><main><h1>Akademi API</h1>
<p>Every operation takes and gives JSON. The same as a document: <a href="/api/openapi.json">openapi.json</a>.</p>
${operations.join('\n')}</main></body></html>`
}
