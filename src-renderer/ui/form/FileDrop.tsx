import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumberLanguage } from '../values/texts.tsx'
import classes from './FileDrop.module.css'
import { fileSize, isAccepted } from './file-kinds.ts'

type Props = {
  readonly onFiles: (files: readonly File[]) => void
  /** Endings that are taken: `.xlsx,.xls,.csv`. */
  readonly accept: string
  readonly multiple?: boolean
  /** Bytes of the largest file taken. */
  readonly limit?: number
  /** Instead of the usual prompt. */
  readonly prompt?: string
  /** Under the prompt: what is taken and what happens to it. */
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

/** Takes files by click, by drop and by keyboard, and says at once which ones it cannot take. */
export function FileDrop({ onFiles, accept, multiple = false, limit, prompt, hint, disabled = false }: Props) {
  const { t } = useTranslation('common')
  const language = useNumberLanguage()
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const depth = useRef(0)
  const inputId = useId()
  const refusalId = useId()

  const refuse = (file: File): string | undefined => {
    if (!isAccepted(file.name, accept))
      return t('drop.wrongType', { file: file.name, types: accept.replaceAll(',', ' ') })
    if (limit !== undefined && file.size > limit)
      return t('drop.tooBig', {
        file: file.name,
        size: fileSize(file.size, language),
        limit: fileSize(limit, language),
      })
    return undefined
  }
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length === 0) return
    const wrong = files.map(refuse).find((reason) => reason !== undefined)
    const reason = files.length > 1 && !multiple ? t('drop.one') : wrong
    setRefusal(reason)
    if (reason === undefined) onFiles(files)
  }
  const drag = (by: 1 | -1) => (event: DragEvent) => {
    event.preventDefault()
    depth.current += by
    setOver(depth.current > 0 && !disabled)
  }
  return (
    <div className={classes.drop}>
      <label
        htmlFor={inputId}
        className={classes.zone}
        data-over={over || undefined}
        data-disabled={disabled || undefined}
        onDragEnter={drag(1)}
        onDragLeave={drag(-1)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          depth.current = 0
          setOver(false)
          if (!disabled) take(event.dataTransfer.files)
        }}
      >
        <input
          id={inputId}
          className={classes.input}
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={refusal ? refusalId : undefined}
          onChange={(event) => {
            take(event.currentTarget.files)
            // The same file may be chosen again after it was corrected.
            event.currentTarget.value = ''
          }}
        />
        <IconFileUpload size={24} stroke={1.5} aria-hidden className={classes.icon} />
        <span className={classes.prompt}>{prompt ?? t(multiple ? 'drop.promptMany' : 'drop.prompt')}</span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </label>
      {refusal && (
        <p id={refusalId} className={classes.refusal} role="alert">
          {refusal}
        </p>
      )}
    </div>
  )
}
