import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FileDrop } from '../../ui/form/FileDrop.tsx'
import type { Choices } from './choices.ts'
import classes from './imports.module.css'

type Props = {
  readonly choices: Choices
  readonly onChange: (change: Partial<Choices>) => void
  readonly cycles: readonly { readonly id: string; readonly name: string }[]
  readonly onFile: (file: File) => void
  readonly busy: boolean
}

const accepted = '.xlsx,.xls,.xlsb,.ods,.csv,.tsv,.txt'
const limit = 100 * 1024 * 1024

/** The file, who sent it, and the cycle its needs belong to. */
export function FileStep({ choices, onChange, cycles, onFile, busy }: Props) {
  const { t } = useTranslation('imports')
  return (
    <div className={classes.fileStep}>
      <div className={classes.fields}>
        <Select
          label={t('file.cycle')}
          data={cycles.map(({ id, name }) => ({ value: id, label: name }))}
          value={choices.cycleId}
          allowDeselect={false}
          onChange={(cycleId) => onChange({ cycleId: cycleId ?? '' })}
        />
        <TextInput
          label={t('file.sender')}
          description={t('file.senderHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={choices.sender}
          onChange={(event) => onChange({ sender: event.currentTarget.value })}
        />
      </div>
      <FileDrop
        accept={accepted}
        limit={limit}
        disabled={busy}
        hint={t('file.hint')}
        onFiles={([file]) => {
          if (file) onFile(file)
        }}
      />
    </div>
  )
}
