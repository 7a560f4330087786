import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { TopicPick, type Wish } from '../needs/TopicPick.tsx'
import { Problem, SelectField, TextField } from '../parts/parts.tsx'
import { useDoing } from '../parts/use-load.ts'
import { fill, useWords } from '../words/words.tsx'
import type { MyUnits } from './UnitDesk.tsx'

type Need = MyUnits['needs'][number]
type Reason = NonNullable<Need['reason']>

type Props = {
  readonly units: MyUnits['units']
  /** The need that is corrected; undefined for a new one. */
  readonly need: Need | undefined
  readonly onClose: (message?: string) => void
}

const one2Five = ['1', '2', '3', '4', '5'] as const
const quarters = ['1', '2', '3', '4'] as const

const asNumber = (text: string): number | null => (text === '' ? null : Number(text))

/** One need of a unit by head-count. */
export function UnitNeedForm({ units, need, onClose }: Props) {
  const words = useWords()
  const { unit: text, needs } = words
  const [wish, setWish] = useState<Wish>({
    topicId: need?.topicId ?? null,
    topicName: need?.topicName ?? null,
    freeText: need?.freeText ?? '',
  })
  const [unitId, setUnitId] = useState(need?.unitId ?? units[0]?.id ?? '')
  const [headcount, setHeadcount] = useState(String(need?.headcount ?? ''))
  const [reason, setReason] = useState<Reason | ''>(need?.reason ?? '')
  const [urgency, setUrgency] = useState(String(need?.urgency ?? ''))
  const [quarter, setQuarter] = useState(String(need?.preferredQuarter ?? ''))
  const [names, setNames] = useState(need?.names ?? '')
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const fields = {
      unitId,
      topicId: wish.topicId,
      freeText: wish.freeText.trim() || null,
      headcount: Number(headcount),
      reason: reason || null,
      urgency: asNumber(urgency),
      preferredQuarter: asNumber(quarter),
      names: names.trim() || null,
      note: need?.note ?? null,
    }
    const save = () =>
      need
        ? call('needs', 'changeMyUnitNeed', { id: need.id, rowVersion: need.rowVersion, fields })
        : call('needs', 'addMyUnitNeed', { fields })
    if (await run(save)) onClose(need ? text.changed : text.added)
  }
  const reasons = Object.entries(needs.reasons) as [keyof typeof needs.reasons, string][]
  return (
    <form onSubmit={(event) => void submit(event)}>
      <fieldset className="need">
        <legend>{need ? text.change : text.add}</legend>
        <TopicPick line={wish} onChange={(patch) => setWish({ ...wish, ...patch })} />
        <div className="columns">
          {!need && units.length > 1 && (
            <SelectField
              label={words.desk.unit}
              value={unitId}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setUnitId}
            />
          )}
          <TextField
            label={text.headcount}
            value={headcount}
            onChange={setHeadcount}
            inputMode="numeric"
            pattern="[1-9][0-9]{0,3}"
            maxLength={4}
          />
          <SelectField
            label={needs.reason}
            value={reason}
            options={reasons.map(([value, label]) => ({ value, label }))}
            onChange={setReason}
          />
          <SelectField
            label={needs.urgency}
            value={urgency}
            options={one2Five.map((value) => ({ value, label: value }))}
            onChange={setUrgency}
          />
          <SelectField
            label={needs.quarter}
            value={quarter}
            options={quarters.map((value) => ({ value, label: fill(words.mine.quarter, { quarter: value }) }))}
            onChange={setQuarter}
          />
        </div>
        <TextField
          label={text.names}
          hint={text.namesHint}
          value={names}
          onChange={setNames}
          required={false}
          maxLength={2000}
        />
        <Problem error={error} />
        <div className="actions">
          <button type="submit" className="button primary" disabled={busy}>
            {words.save}
          </button>
          <button type="button" className="button" onClick={() => onClose()}>
            {words.cancel}
          </button>
        </div>
      </fieldset>
    </form>
  )
}
