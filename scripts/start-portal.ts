import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isOperationError } from '../src-core/kernel/errors.ts'
import { refusalText } from '../src-main/service/refusal-text.ts'
import { openPortalStore } from '../src-portal/server/portal-store.ts'
import type { PortalPlace, PortalSettings } from '../src-portal/server/settings.ts'
import { buildPortalIfStale } from './build-if-stale.ts'

const usage = `npm run portal [-- options]              serves the portal
npm run portal -- migrate [options]      brings the store to this version's schema and ends
npm run portal -- invite <e-mail> --name "Given Surname" [options]   makes an administrator and prints the link
npm run portal -- restored [options]     after a backup was put back: desktops begin anew and offer again what came after it

  --store <folder>     keeps the academy in this folder (SQLite); with DATABASE_URL only files are kept there
  --sample             serves the sample academy, made in a store of its own
  --port <number>      listens on this port (otherwise 8080; 0 takes a free one)
  --host <address>     listens on this address (otherwise 127.0.0.1)
  --address <url>      what browsers call the portal (otherwise http://host:port)

Environment: DATABASE_URL, AKADEMI_ADDRESS, AKADEMI_SMTP_URL and AKADEMI_MAIL_FROM, AKADEMI_METRICS_TOKEN,
AKADEMI_TRUSTED_PROXIES, AKADEMI_KEYS, AKADEMI_OIDC_DISCOVERY with _CLIENT_ID, _CLIENT_SECRET, _REGISTRY_CLAIM,
_SECOND_FACTOR. docs/operations/portal.md says what each is for.`

const root = join(import.meta.dirname, '..')

const options = {
  store: { type: 'string' },
  sample: { type: 'boolean', default: false },
  port: { type: 'string', default: '8080' },
  host: { type: 'string', default: '127.0.0.1' },
  address: { type: 'string' },
  name: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof readValues>['values']

const readValues = () => parseArgs({ options, allowPositionals: true })

function placeOf({ store, sample }: Values): PortalPlace {
  const { DATABASE_URL: connection } = process.env
  const folder = store ?? join(homedir(), '.local', 'share', 'akademi', sample ? 'sample-portal' : 'portal')
  return connection && !sample ? { kind: 'postgres', connection, filesFolder: folder } : { kind: 'sqlite', folder }
}

function settingsOf(values: Values): PortalSettings {
  const { AKADEMI_SMTP_URL: url, AKADEMI_MAIL_FROM: from } = process.env
  return {
    place: placeOf(values),
    port: Number(values.port),
    host: values.host,
    address: values.address ?? process.env.AKADEMI_ADDRESS,
    trustedProxies: process.env.AKADEMI_TRUSTED_PROXIES,
    metricsToken: process.env.AKADEMI_METRICS_TOKEN,
    pagesFolder: join(root, 'out', 'portal'),
    ...(url && { smtp: { url, from: from ?? 'akademi@localhost' } }),
    ...directoryOf(process.env),
  }
}

function directoryOf(env: NodeJS.ProcessEnv): Pick<PortalSettings, 'directory'> {
  const {
    AKADEMI_OIDC_DISCOVERY: discovery,
    AKADEMI_OIDC_CLIENT_ID: clientId,
    AKADEMI_OIDC_CLIENT_SECRET: secret,
  } = env
  if (!discovery) return {}
  if (!clientId || !secret)
    throw new Error('AKADEMI_OIDC_DISCOVERY wants AKADEMI_OIDC_CLIENT_ID and AKADEMI_OIDC_CLIENT_SECRET')
  const registryClaim = env.AKADEMI_OIDC_REGISTRY_CLAIM
  const secondFactor = env.AKADEMI_OIDC_SECOND_FACTOR === 'directory' ? 'directory' : 'portal'
  return {
    directory: { discovery, clientId, clientSecret: secret, secondFactor, ...(registryClaim && { registryClaim }) },
  }
}

const verbs: ReadonlySet<string> = new Set(['migrate', 'invite', 'restored'])

async function main(): Promise<number | undefined> {
  const { values, positionals } = readValues()
  const [verb, email, ...rest] = positionals
  if (values.help || rest.length > 0 || (verb !== undefined && !verbs.has(verb))) {
    console.log(usage)
    return values.help ? 0 : 2
  }
  if (verb === 'migrate') return migrate(values)
  if (verb === 'invite') return invite(values, email)
  if (verb === 'restored') return restored(values)
  return serve(values)
}

async function restored(values: Values): Promise<number> {
  const { tellRestored } = await import('../src-portal/server/restored.ts')
  await tellRestored(placeOf(values))
  console.log(
    'Desktops begin anew at their next synchronisation, and offer again what this portal had acknowledged after the backup was made.',
  )
  return 0
}

async function migrate(values: Values): Promise<number> {
  const opened = await openPortalStore(placeOf(values), new Date(), true)
  await opened.close()
  console.log('The store has the schema of this version.')
  return 0
}

async function invite(values: Values, email: string | undefined): Promise<number> {
  if (!email) {
    console.error(usage)
    return 2
  }
  const { inviteAdministrator } = await import('../src-portal/server/invite.ts')
  const link = await inviteAdministrator(settingsOf(values), email, values.name ?? email)
  console.log(`This link works once and for one hour; it is also in the outbox:\n${link}`)
  return 0
}

async function serve(values: Values): Promise<undefined> {
  await buildPortalIfStale(root)
  const settings = settingsOf(values)
  if (values.sample && settings.place.kind === 'sqlite') {
    const { createSampleStore } = await import('../src-main/service/sample.ts')
    await createSampleStore(settings.place.folder)
  }
  const { startPortal } = await import('../src-portal/server/portal.ts')
  const portal = await startPortal(settings)
  console.log(`The portal answers on ${portal.address}. Ctrl+C ends it.`)
  if (!settings.smtp) console.log('No mail server is named (AKADEMI_SMTP_URL): mails wait in the outbox.')
  if (portal.needsAdministrator)
    console.log('Nobody administers it yet. Once: npm run portal -- invite <e-mail> --name "Given Surname"')
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    await portal.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
  return undefined
}

try {
  const code = await main()
  if (code !== undefined) process.exit(code)
} catch (error) {
  if (isOperationError(error)) console.error(refusalText(error))
  else if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
    console.error(`${(error as Error).message}\n\n${usage}`)
  else console.error(error)
  process.exit(1)
}
