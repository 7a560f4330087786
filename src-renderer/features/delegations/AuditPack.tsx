import { Button } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { textIfAny } from '../../app/i18n.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import classes from './delegations.module.css'

const languages = ['tr', 'en'] as const

type Start = { delegationId: string; language: (typeof languages)[number] }

/** One ZIP of everything an auditor asks for, with a cover that names what is missing. */
export function AuditPack({ file }: { readonly file: Delegation }) {
  const { t } = useTranslation('delegations')
  const packing = useLongOperation((input: Start, options) => client.delegations.auditPack(input, options))
  const [made, setMade] = useState<{ readonly files: number; readonly missing: number }>()
  const start = async (language: Start['language']) => {
    setMade(undefined)
    const result = await packing.start({ delegationId: file.id, language })
    if (!result) return
    saveFile(result.file)
    setMade(result)
  }
  const running = packing.work.status === 'running'
  return (
    <Section title={t('pack.title')}>
      <div className={classes.stack}>
        <p className={classes.dim}>{t('pack.hint')}</p>
        <div className={classes.row}>
          {languages.map((language) => (
            <Button
              key={language}
              size="xs"
              variant={language === 'tr' ? 'filled' : 'default'}
              leftSection={<IconFileZip size={14} aria-hidden />}
              disabled={running}
              onClick={() => void start(language)}
            >
              {t(`pack.${language}`)}
            </Button>
          ))}
        </div>
        <ProgressPanel
          title={t('pack.making')}
          work={packing.work}
          stageWord={(stage) => textIfAny(`delegations:pack.stage.${stage}`) ?? ''}
          onCancel={packing.cancel}
        />
        {packing.work.status === 'failed' && <ErrorNote error={packing.work.error} />}
        {made && (
          <Note
            tone={made.missing === 0 ? 'good' : 'warn'}
            text={`${t('pack.made', { count: made.files })} ${
              made.missing === 0 ? t('pack.whole') : t('pack.missing', { count: made.missing })
            }`}
          />
        )}
      </div>
    </Section>
  )
}
