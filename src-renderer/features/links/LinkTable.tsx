import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { IconCopy, IconLink, IconLinkOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import type { LinkSubject, PersonalLink } from '../../../src-core/links/link.ts'
import type { LinkLanguage } from '../../../src-core/links/purpose.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { StatusWord, type Tone } from '../../ui/values/StatusWord.tsx'
import { useSyncStatus } from '../sync/use-sync-status.ts'
import classes from './links.module.css'
import { useLinks } from './use-links.ts'

/** Somebody a link may be made for. */
export type Holder = {
  readonly key: string
  readonly subject: LinkSubject
  readonly name: string
  /** What stands beside the name: hours that wait, an institution. */
  readonly detail: string
  readonly email: string
  readonly language: LinkLanguage
  readonly link: PersonalLink | undefined
}

type Props = {
  readonly holders: readonly Holder[]
  readonly languages: readonly LinkLanguage[]
  /** The last day that is proposed. */
  readonly until: string
  /** Whether the catalogue of mails has one for these links. */
  readonly mailable: boolean
  readonly onMade?: (keys: readonly string[]) => void
}

const standing = (link: PersonalLink | undefined): { word: 'none' | 'open' | 'answered' | 'expired'; tone: Tone } => {
  if (!link || link.standing === 'REVOKED') return { word: 'none', tone: 'neutral' }
  if (link.answeredAt !== null) return { word: 'answered', tone: 'good' }
  return link.standing === 'OPEN' ? { word: 'open', tone: 'active' } : { word: 'expired', tone: 'warn' }
}

/** People without an account and their links: who has one, who answered; making, copying and taking back. */
export function LinkTable({ holders, languages, until, mailable, onMade }: Props) {
  const { t } = useTranslation('links')
  const { make, copy, revoke, busy } = useLinks()
  const status = useSyncStatus()
  const address = status.data?.joined?.address
  const [edited, setEdited] = useState<Readonly<Record<string, Partial<Holder>>>>({})
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({})
  const [expiresOn, setExpiresOn] = useState<string | null>(until)
  const [mail, setMail] = useState(mailable)
  const rows = holders.map((holder) => ({ ...holder, ...edited[holder.key] }))
  const isTicked = ({ key, link }: Holder) => ticked[key] ?? standing(link).word === 'none'
  const chosen = rows.filter(isTicked)
  const nameless = mail ? chosen.filter(({ email }) => email.trim() === '') : []
  const edit = (key: string, patch: Partial<Holder>) => setEdited({ ...edited, [key]: { ...edited[key], ...patch } })
  const start = async () => {
    if (expiresOn === null || !(await make(chosen, expiresOn, mail))) return
    setTicked({})
    onMade?.(chosen.map(({ key }) => key))
  }
  return (
    <form
      className={classes.links}
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      {!address && <Note tone="warn" text={t('notJoined')} />}
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('holder')}</th>
            {mailable && <th>{t('email')}</th>}
            <th>{t('language')}</th>
            <th>{t('state')}</th>
            <th>{t('actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { key, name, detail, email, language, link } = row
            const { word, tone } = standing(link)
            const alive = link?.standing === 'OPEN'
            return (
              <tr key={key}>
                <td>
                  <Checkbox
                    label={name}
                    description={detail}
                    checked={isTicked(row)}
                    onChange={(event) => setTicked({ ...ticked, [key]: event.currentTarget.checked })}
                  />
                </td>
                {mailable && (
                  <td>
                    <TextInput
                      size="xs"
                      type="email"
                      aria-label={t('emailOf', { name })}
                      value={email}
                      maxLength={200}
                      onChange={(event) => edit(key, { email: event.currentTarget.value })}
                    />
                  </td>
                )}
                <td>
                  <Select
                    size="xs"
                    w={116}
                    aria-label={t('languageOf', { name })}
                    allowDeselect={false}
                    data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
                    value={language}
                    onChange={(value) => edit(key, { language: languages.find((one) => one === value) ?? 'tr' })}
                  />
                </td>
                <td>
                  <StatusWord tone={tone}>{t(`standing.${word}`)}</StatusWord>
                  {link && word !== 'none' && (
                    <span className={classes.dim}>
                      {word === 'answered'
                        ? formatInstant(link.answeredAt ?? '')
                        : t('until', { day: formatInstant(link.expiresAt).slice(0, 10) })}
                    </span>
                  )}
                </td>
                <td>
                  {alive && (
                    <div className={classes.row}>
                      <Button
                        size="compact-xs"
                        variant="default"
                        disabled={!address}
                        leftSection={<IconCopy size={12} aria-hidden />}
                        aria-label={t('copyOf', { name })}
                        onClick={() => void copy(link.id, address ?? '')}
                      >
                        {t('copy')}
                      </Button>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        color="red"
                        leftSection={<IconLinkOff size={12} aria-hidden />}
                        aria-label={t('revokeOf', { name })}
                        onClick={() => void revoke([link.id])}
                      >
                        {t('revoke')}
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className={classes.row}>
        <DateField size="xs" label={t('expiresOn')} value={expiresOn} onChange={setExpiresOn} />
        {mailable && (
          <Checkbox label={t('mail')} checked={mail} onChange={(event) => setMail(event.currentTarget.checked)} />
        )}
        <Button
          type="submit"
          size="xs"
          leftSection={<IconLink size={14} aria-hidden />}
          loading={busy}
          disabled={chosen.length === 0 || expiresOn === null || nameless.length > 0}
        >
          {t('make', { count: chosen.length })}
        </Button>
        {nameless.length > 0 && <span className={classes.dim}>{t('emailMissing', { count: nameless.length })}</span>}
      </div>
      <p className={classes.dim}>{t('replaces')}</p>
    </form>
  )
}
