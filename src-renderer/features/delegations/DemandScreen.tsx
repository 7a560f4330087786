import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { StatRow, StatTile } from '../../ui/values/StatTile.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './delegations.module.css'
import { countryWord, requestTones } from './words.ts'

const thisYear = new Date().getFullYear()

/** Who asked, from where, for what, and what came of it. */
export function DemandScreen() {
  const { t } = useTranslation('delegations')
  const [from, setFrom] = useState<string | null>(`${thisYear}-01-01`)
  const [to, setTo] = useState<string | null>(`${thisYear}-12-31`)
  const report = useQuery({
    ...orpc.delegations.demandReport.queryOptions({ input: { from: from ?? '', to: to ?? '' } }),
    enabled: from !== null && to !== null,
  })
  const [printing, setPrinting] = useState(false)
  const language = useNumberLanguage()
  const print = async () => {
    if (from === null || to === null) return
    setPrinting(true)
    try {
      saveFile(await client.delegations.printDemand({ from, to, language }))
    } catch (error) {
      tellError(error)
    } finally {
      setPrinting(false)
    }
  }
  const counts = ['requests', 'accepted', 'declined', 'redirected', 'waiting', 'repeats'] as const
  return (
    <Screen
      header={
        <PageHeader
          title={t('demand.title')}
          secondary={[
            {
              label: t('demand.print'),
              icon: IconPrinter,
              busy: printing,
              disabled: !report.data,
              run: () => void print(),
            },
          ]}
        />
      }
      layout="flow"
    >
      <div className={classes.stack}>
        <div className={classes.row}>
          <DateField label={t('demand.from')} value={from} onChange={setFrom} />
          <DateField label={t('demand.to')} value={to} onChange={setTo} />
        </div>
        {report.error && <ErrorNote error={report.error} onRetry={() => void report.refetch()} />}
        {report.data && (
          <>
            <StatRow>
              {counts.map((one) => (
                <StatTile key={one} label={t(`demand.${one}`)} value={String(report.data[one])} />
              ))}
            </StatRow>
            {report.data.requests === 0 && <p className={classes.dim}>{t('demand.none')}</p>}
            <div className={classes.columns}>
              <div>
                <Counted
                  title={t('demand.byCountry')}
                  of={t('field.country')}
                  rows={report.data.countries}
                  word={countryWord}
                />
              </div>
              <div>
                <Counted
                  title={t('demand.byTopic')}
                  of={t('field.topicMain')}
                  rows={report.data.topics}
                  word={(key) => key}
                />
              </div>
            </div>
            {report.data.asked.length > 0 && (
              <Section title={t('demand.asked')}>
                <table className={classes.list}>
                  <thead>
                    <tr>
                      {(['requestNo', 'receivedOn', 'requestingBody', 'country', 'topicMain'] as const).map((one) => (
                        <th key={one} scope="col">
                          {t(`field.${one}`)}
                        </th>
                      ))}
                      <th scope="col">{t('demand.state')}</th>
                      <th scope="col">{t('demand.reason')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {report.data.asked.map((one) => (
                      <tr key={one.requestNo}>
                        <td>{one.requestNo}</td>
                        <td>{formatDate(one.receivedOn)}</td>
                        <td>{one.body}</td>
                        <td>{countryWord(one.country)}</td>
                        <td>{one.topic}</td>
                        <td>
                          <StatusWord tone={requestTones[one.state]}>{t(`requestState.${one.state}`)}</StatusWord>
                        </td>
                        <td>{one.reason}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Section>
            )}
          </>
        )}
      </div>
    </Screen>
  )
}

type CountedProps = {
  readonly title: string
  readonly of: string
  readonly rows: readonly { readonly key: string; readonly requests: number; readonly accepted: number }[]
  readonly word: (key: string) => string
}

function Counted({ title, of, rows, word }: CountedProps) {
  const { t } = useTranslation('delegations')
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <table className={classes.list}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col" className={classes.number}>
              {t('demand.requests')}
            </th>
            <th scope="col" className={classes.number}>
              {t('demand.accepted')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{word(row.key)}</td>
              <td className={classes.number}>{row.requests}</td>
              <td className={classes.number}>{row.accepted}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
