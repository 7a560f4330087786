import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../../src-core/certificates/verify.contract.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { FileDrop } from '../../ui/form/FileDrop.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { CameraScan, useMayScan } from './CameraScan.tsx'
import classes from './certificates.module.css'
import { VerdictView } from './VerdictView.tsx'

/** Verification without a network: a typed code or number, what a scanner reads, or the file itself. */
export function VerifyScreen() {
  const { t } = useTranslation('certificates')
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ verdict: Verdict; ofFile: boolean }>()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const mayScan = useMayScan()
  const [scanning, setScanning] = useState(false)
  const verify = async (input: { text?: string; file?: File }) => {
    setBusy(true)
    setFailure(undefined)
    setFound(undefined)
    // A code that was looked for before has nothing to do with a file.
    if (input.file) setText('')
    try {
      setFound({ verdict: await client.certificates.verify(input), ofFile: input.file !== undefined })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') void verify({ text })
  }
  return (
    <Screen header={<PageHeader title={t('verify.title')} />} layout="flow">
      <div className={`${classes.stack} ${classes.verdict}`}>
        <form className={classes.row} onSubmit={send}>
          <TextInput
            style={{ flex: 1 }}
            label={t('verify.text')}
            description={t('verify.textHint')}
            autoFocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy}>
            {t('verify.run')}
          </Button>
          {mayScan && !scanning && (
            <Button variant="default" onClick={() => setScanning(true)}>
              {t('verify.camera')}
            </Button>
          )}
        </form>
        {scanning && (
          <CameraScan
            onRead={(read) => {
              setScanning(false)
              setText(read)
              void verify({ text: read })
            }}
            onClose={() => setScanning(false)}
          />
        )}
        <FileDrop
          accept=".pdf"
          prompt={t('verify.drop')}
          hint={t('verify.dropHint')}
          onFiles={([file]) => file && void verify({ file })}
        />
        <ErrorNote error={failure} />
        {found && <VerdictView {...found} />}
      </div>
    </Screen>
  )
}
