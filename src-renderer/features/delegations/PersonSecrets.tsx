import { Button, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  mealCodes,
  type Participant,
  type ParticipantSecret,
  participantSecrets,
} from '../../../src-core/delegations/participant.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { choicesOf } from './words.ts'

type Values = Partial<Record<ParticipantSecret, string>>

type Props = {
  readonly person?: Participant
  /** What was typed or shown; a field that nobody touched is not in it. */
  readonly values: Values
  readonly onChange: (values: Values) => void
  readonly readOnly: boolean
}

/** Sensitive fields: kept sealed, shown on request, and the request stands in the log. */
export function PersonSecrets({ person, values, onChange, readOnly }: Props) {
  const { t } = useTranslation('delegations')
  const sealed = person?.sealed ?? []
  const show = async () => {
    if (!person) return
    try {
      const { texts } = await client.delegations.showParticipant({ id: person.id })
      onChange({ ...texts, ...values })
    } catch (error) {
      tellError(error)
    }
  }
  const hint = (secret: ParticipantSecret): string | undefined =>
    sealed.includes(secret) && values[secret] === undefined ? t('people.hidden') : undefined
  return (
    <Section
      title={t('people.sensitive')}
      note={person && t('people.sensitiveHint', { date: formatDate(person.purgeOn) })}
      end={
        sealed.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => void show()}>
            {t('people.show')}
          </Button>
        )
      }
    >
      <Fields columns={2}>
        {participantSecrets.map((secret) =>
          secret === 'mealCode' ? (
            <Select
              key={secret}
              label={t('people.mealCode')}
              clearable
              disabled={readOnly}
              placeholder={hint(secret)}
              data={choicesOf(mealCodes, 'meal')}
              value={values.mealCode || null}
              onChange={(value) => onChange({ ...values, mealCode: value ?? '' })}
            />
          ) : (
            <TextInput
              key={secret}
              label={t(`people.${secret}`)}
              placeholder={hint(secret)}
              autoComplete="off"
              value={values[secret] ?? ''}
              onChange={(event) => onChange({ ...values, [secret]: event.currentTarget.value })}
            />
          ),
        )}
      </Fields>
    </Section>
  )
}
