import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CourseList } from '../../../src-core/courses/list-change.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { FileDrop } from '../../ui/form/FileDrop.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './import.module.css'
import type { ListFileRequest } from './ListScreen.tsx'

type Props = { readonly kind: CourseList; readonly onFile: (file: File) => void; readonly busy: boolean }

const accepted = '.xlsx,.xls,.xlsb,.ods,.csv,.tsv,.txt'
const limit = 100 * 1024 * 1024

const exports: Readonly<Record<CourseList, (list: ListFileRequest) => Promise<File>>> = {
  topics: (list) => client.courses.exportTopics(list),
  trainers: (list) => client.courses.exportTrainers(list),
  providers: (list) => client.courses.exportProviders(list),
  rooms: (list) => client.courses.exportRooms(list),
  holidays: (list) => client.courses.exportHolidays(list),
}

/** The file of the list, and the present list to begin from. */
export function FileStep({ kind, onFile, busy }: Props) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const [fetching, setFetching] = useState(false)
  const download = async () => {
    setFetching(true)
    try {
      saveFile(await exports[kind]({ search: '', sort: [], filter: {}, language }))
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
        hint={t(`import.fileHint.${kind}`)}
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
          {t('import.template')}
        </Button>
        <span className={classes.quiet}>{t('import.templateText')}</span>
      </div>
    </div>
  )
}
