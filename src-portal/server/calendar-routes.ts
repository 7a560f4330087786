import type { FastifyInstance } from 'fastify'
import { calendarAt } from '../../src-core/delivery/index.ts'
import type { Host } from './host.ts'

/** A token of 256 bits in hexadecimal. */
const address = /^([0-9a-f]{64})\.ics$/

/** `/calendar/<token>.ics`: the calendar of whoever opened the address, for programs that know nothing but it. */
export function serveCalendars(app: FastifyInstance, { store, clock }: Host): void {
  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const [, token] = address.exec(request.params.file) ?? []
    const text = token && (await calendarAt(store, token, clock().toISOString()))
    reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex, nofollow, noarchive')
    if (!text) return reply.code(404).send({ code: 'NOT_FOUND', data: {} })
    return reply.type('text/calendar; charset=utf-8').send(text)
  })
}
