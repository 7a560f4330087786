import { useState } from 'react'
import { type OfficerRole, officerRoles } from '../../../src-core/kernel/roles.ts'
import { call, type Outputs } from '../api.ts'
import { Problem } from '../parts/parts.tsx'
import { useDoing } from '../parts/use-load.ts'
import { useWords } from '../words/words.tsx'

type Account = Outputs['access']['portalAccounts']['accounts'][number]

/** What a member of staff may do as an officer, here and from a desktop; changed in place. */
export function Duties({ account, onChanged }: { account: Account; onChanged: () => void }) {
  const words = useWords()
  const [chosen, setChosen] = useState<readonly OfficerRole[]>()
  const { busy, error, run } = useDoing()
  if (account.audience !== 'STAFF') return null
  const save = async () => {
    if (!(await run(() => call('access', 'setPortalDuties', { id: account.id, duties: [...(chosen ?? [])] })))) return
    setChosen(undefined)
    onChanged()
  }
  if (!chosen) {
    const names = account.duties.map((duty) => words.admin.duty[duty]).join(', ')
    return (
      <>
        {names || words.admin.noDuties}{' '}
        <button
          type="button"
          className="plain"
          aria-label={`${account.name}: ${words.admin.changeDuties}`}
          onClick={() => setChosen(account.duties)}
        >
          {words.admin.changeDuties}
        </button>
      </>
    )
  }
  return (
    <fieldset className="duties">
      <legend>{words.admin.duties}</legend>
      {officerRoles.map((duty) => (
        <label key={duty}>
          <input
            type="checkbox"
            checked={chosen.includes(duty)}
            onChange={({ currentTarget: { checked } }) =>
              setChosen(checked ? [...chosen, duty] : chosen.filter((one) => one !== duty))
            }
          />
          {words.admin.duty[duty]}
        </label>
      ))}
      <Problem error={error} />
      <p className="row">
        <button type="button" className="button" disabled={busy} onClick={() => void save()}>
          {words.save}
        </button>
        <button type="button" className="plain" onClick={() => setChosen(undefined)}>
          {words.cancel}
        </button>
      </p>
    </fieldset>
  )
}
