import { LinkHeading, LinkProblem } from './link-parts.tsx'
import { isOver, useLinkSpeech } from './speech.ts'

/** What a page shows until its data are there, or why they do not come. */
export function LinkWaiting({ error, reload }: { error: unknown; reload: () => void }) {
  const { words } = useLinkSpeech()
  if (error === undefined) return <p className="quiet">{words.loading}</p>
  if (isOver(error))
    return (
      <LinkHeading title={words.overTitle}>
        <LinkProblem error={error} />
      </LinkHeading>
    )
  return (
    <>
      <LinkProblem error={error} />
      <button type="button" className="button" onClick={reload}>
        {words.retry}
      </button>
    </>
  )
}
