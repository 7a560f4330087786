import { textOf } from '../../../app/i18n.ts'
import { tell } from '../../../ui/feedback/toast.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { useLongOperation, type WorkProgress } from '../../../ui/work/use-long-operation.ts'

type Stream = AsyncIterator<WorkProgress, File, unknown>

/** A workbook that takes a while: progress while it is written, then the file in the downloads folder. */
export function useFileExport<Input>(
  operation: (input: Input, options: { readonly signal: AbortSignal }) => PromiseLike<Stream>,
) {
  const { work, start, cancel } = useLongOperation(operation)
  const run = async (input: Input): Promise<void> => {
    const file = await start(input)
    if (!file) return
    saveFile(file)
    tell({ text: textOf('needs:board.exported', { file: file.name }), tone: 'good' })
  }
  return { work, run, cancel, failed: work.status === 'failed' ? work.error : undefined }
}
