import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tellUndo } from '../../ui/feedback/toast.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'

type Versioned = { readonly id: string; readonly rowVersion: number }

type Change = (record: Versioned) => Promise<{ readonly rowVersion: number }>

type Props = {
  readonly name: string
  readonly active: boolean
  readonly record: Versioned
  readonly deactivate: Change
  readonly reactivate: Change
}

/** Takes a record out of use or puts it back; nothing is deleted, and either can be undone. */
export function ActivityButton({ name, active, record: { id, rowVersion }, deactivate, reactivate }: Props) {
  const { t } = useTranslation('courses')
  const [busy, setBusy] = useState(false)
  const turn = async (on: boolean, version: number) => {
    const answer = await (on ? reactivate : deactivate)({ id, rowVersion: version })
    return answer.rowVersion
  }
  const run = async () => {
    setBusy(true)
    try {
      const version = await turn(!active, rowVersion)
      tellUndo(t(active ? 'said.deactivated' : 'said.reactivated', { name }), () =>
        turn(active, version).catch(tellError),
      )
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="default" loading={busy} onClick={() => void run()}>
      {t(active ? 'actions.deactivate' : 'actions.reactivate')}
    </Button>
  )
}

/** Whether a record is in use, in colour, icon and word. */
export function ActivityWord({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('courses')
  return (
    <StatusWord tone={active ? 'good' : 'neutral'}>
      {t(active ? 'word.activity.active' : 'word.activity.inactive')}
    </StatusWord>
  )
}
