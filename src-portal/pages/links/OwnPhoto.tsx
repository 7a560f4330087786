import { useId, useState } from 'react'
import { callThrough } from '../api.ts'
import { useDoing } from '../parts/use-load.ts'
import { LinkProblem } from './link-parts.tsx'
import { smallPhoto } from './small-photo.ts'
import { useLinkSpeech } from './speech.ts'

/** The participant's photograph for the badge; sent as soon as it is chosen. */
export function OwnPhoto({ kept: keptBefore }: { readonly kept: boolean }) {
  const { token, words } = useLinkSpeech()
  const { person } = words
  const id = useId()
  const [kept, setKept] = useState(keptBefore)
  const [shown, setShown] = useState<string>()
  const [unread, setUnread] = useState(false)
  const { busy, error, run } = useDoing()
  const send = (photo: string | null) =>
    run(async () => {
      const answer = await callThrough(token, 'delegations', 'setMyPhoto', { photo })
      setKept(answer.kept)
      setShown(photo ?? undefined)
    })
  const choose = async (file: File) => {
    const photo = await smallPhoto(file)
    setUnread(photo === undefined)
    if (photo !== undefined) await send(photo)
  }
  return (
    <section>
      <h2>{person.photoTitle}</h2>
      <p className="hint" id={`${id}-hint`}>
        {person.photoHint}
      </p>
      <div className="portrait">
        {shown && <img src={`data:image/jpeg;base64,${shown}`} alt={person.photoShown} />}
        <div className="field">
          <label htmlFor={id}>{person.photoChoose}</label>
          <input
            id={id}
            type="file"
            accept="image/*"
            disabled={busy}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              if (file) void choose(file)
            }}
          />
          <p className="hint" role="status">
            {unread ? person.photoUnread : kept ? person.photoKept : ''}
          </p>
          {kept && (
            <button type="button" className="button" disabled={busy} onClick={() => void send(null)}>
              {person.photoRemove}
            </button>
          )}
        </div>
      </div>
      <LinkProblem error={error} />
    </section>
  )
}
