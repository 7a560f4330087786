import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from '../../src-core/database/store.ts'
import { countMails } from '../../src-core/notices/index.ts'

export type Metrics = {
  readonly type: string
  request(route: string, method: string, status: number, seconds: number): void
  operation(name: string, outcome: string): void
  text(): Promise<string>
}

/** Numbers for Prometheus. Labels name routes and operations, never what somebody asked for. */
export function createMetrics(store: Store): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'akademi_http_request_seconds',
    help: 'Duration of requests by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const operations = new Counter({
    name: 'akademi_operations_total',
    help: 'Operations by name and outcome',
    labelNames: ['operation', 'outcome'],
    registers: [registry],
  })
  new Gauge({
    name: 'akademi_mails',
    help: 'Mails of the outbox by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const counts = await store.read(countMails)
      for (const state of ['QUEUED', 'FAILED', 'GIVEN_UP', 'DRAFT', 'SENT']) this.set({ state }, counts.get(state) ?? 0)
    },
  })
  return {
    type: registry.contentType,
    request: (route, method, status, seconds) => requests.observe({ route, method, status: String(status) }, seconds),
    operation: (operation, outcome) => operations.inc({ operation, outcome }),
    text: () => registry.metrics(),
  }
}
