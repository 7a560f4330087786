import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { received } from '../../../src-core/kernel/sent-file.ts'
import type { ListKind } from '../../../src-core/people/list-change.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { FileDrop } from '../../ui/form/FileDrop.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './list-import.module.css'

type Props = { readonly kind: ListKind; readonly onFile: (file: File) => void; readonly busy: boolean }

const accepted = '.xlsx,.xls,.xlsb,.ods,.csv,.tsv,.txt'
const limit = 100 * 1024 * 1024

/** The file of the list, and the present list to begin from. */
export function ListFileStep({ kind, onFile, busy }: Props) {
  const { t } = useTranslation('people')
  const language = useNumberLanguage()
  const [fetching, setFetching] = useState(false)
  const fetchList = async (): Promise<File> => {
    if (kind === 'units') return client.people.exportUnits({ withInactive: true, language })
    if (kind === 'titles') return client.people.exportTitles({ language })
    const stream = await client.people.exportStaff({ language, sort: [{ column: 'name' }] })
    let step = await stream.next()
    while (!step.done) step = await stream.next()
    return received(step.value)
  }
  const download = async () => {
    setFetching(true)
    try {
      saveFile(await fetchList())
    } catch (error) {
      tellError(error)
    } finally {
      setFetching(false)
    }
  }
  return (
    <div className={`${classes.page} ${classes.narrow}`}>
      <FileDrop
        accept={accepted}
        limit={limit}
        disabled={busy}
        hint={t(`list.fileHint.${kind}`)}
        onFiles={([file]) => {
          if (file) onFile(file)
        }}
      />
      <div className={classes.line}>
        <Button
          variant="default"
          size="xs"
          loading={fetching}
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => void download()}
        >
          {t('list.template')}
        </Button>
        <span className={classes.quiet}>{t('list.templateText')}</span>
      </div>
    </div>
  )
}
