import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import { databaseFile } from '../../src-node/store/open-store.ts'
import { refusalText } from '../service/refusal-text.ts'
import { createSampleStore } from '../service/sample.ts'
import { startService } from '../service/service.ts'
import { startBrowserHost } from './browser-host.ts'

type Serving = { readonly folder: string; readonly pagesFolder: string; readonly port: number }

/** What came of it: the address a browser opens, or the sentence of the refusal. */
export type Served = { readonly address: string } | { readonly refused: string }

const sentence = (error: unknown): string => {
  if (isOperationError(error)) return refusalText(error)
  throw error
}

/** Opens the store in a folder and serves its window to a browser until Ctrl+C. */
export async function serve({ folder, pagesFolder, port }: Serving): Promise<Served> {
  try {
    const service = await startService({ storeFolder: folder })
    const host = await startBrowserHost({ service, pagesFolder, port })
    const end = async () => {
      await host.stop()
      await service.stop()
      process.exit(0)
    }
    process.once('SIGINT', () => void end())
    process.once('SIGTERM', () => void end())
    return { address: host.address }
  } catch (error) {
    return { refused: sentence(error) }
  }
}

/** Makes the sample academy in a folder that has none; gives the sentence of a refusal. */
export async function prepareSample(folder: string, say: (line: string) => void): Promise<string | undefined> {
  if (!existsSync(join(folder, databaseFile))) say('Making the sample academy (25,000 staff, 60,000 need lines) …')
  try {
    await createSampleStore(folder)
    return undefined
  } catch (error) {
    return sentence(error)
  }
}
