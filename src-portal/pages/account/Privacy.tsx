import { Page } from '../parts/parts.tsx'
import { useSelf } from '../self.ts'
import { fill, useWords } from '../words/words.tsx'

/** The privacy notice that is in force. */
export function Privacy() {
  const { notice } = useWords()
  const { noticeVersion } = useSelf()
  return (
    <Page title={notice.title} narrow>
      {notice.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="quiet">{fill(notice.version, { version: noticeVersion })}</p>
    </Page>
  )
}
