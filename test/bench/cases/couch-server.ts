import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'

/** A server of the CouchDB protocol over LevelDB: `<folder> <folder of its packages>`. */
const [folder = '', packages = ''] = process.argv.slice(2)
const load = createRequire(join(packages, 'package.json'))
const PouchDB = load('pouchdb-node').defaults({ prefix: `${folder}/` })
const app = load('express-pouchdb')(PouchDB, { mode: 'minimumForPouchDB', inMemoryConfig: true })
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ address: `http://127.0.0.1:${server.address().port}` })}\n`)
})
process.once('SIGTERM', () => process.exit(0))
