import { Facts } from '../parts/parts.tsx'
import { useWords } from '../words/words.tsx'
import type { FormLine } from './draft.ts'

/** A form that can only be looked at, line by line with what was said about it. */
export function SentForm({ lines }: { lines: readonly FormLine[] }) {
  const words = useWords()
  const { needs } = words
  return (
    <ol className="sent">
      {lines.map((line) => (
        <li key={line.id}>
          <strong>{line.topic?.name ?? line.freeText}</strong>
          <Facts
            facts={[
              ...(line.reason ? [[needs.reason, needs.reasons[line.reason]] as const] : []),
              ...(line.urgency ? [[needs.urgency, line.urgency] as const] : []),
              [needs.managerSaid, needs.managerState[line.managerState]],
              ...(line.managerReason ? [[words.desk.why, line.managerReason] as const] : []),
              ...(line.outcome === 'OPEN' ? [] : [[words.mine.result, words.outcome[line.outcome]] as const]),
            ]}
          />
        </li>
      ))}
    </ol>
  )
}
