import { tell } from '../../ui/feedback/toast.tsx'
import { sentenceOf } from './sentence.ts'

/** Says in a corner of the window why something was not done. Commands that fail do this by themselves. */
export function tellError(error: unknown): void {
  tell({ text: sentenceOf(error), tone: 'bad' })
}
