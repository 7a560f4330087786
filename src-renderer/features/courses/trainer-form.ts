import { type Trainer, type TrainerFields, trainerFieldsSchema } from '../../../src-core/courses/trainer.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of a trainer. */
export type TrainerValues = {
  readonly kind: string | null
  readonly personId: string | null
  readonly name: string
  readonly institution: string
  readonly email: string
  readonly phone: string
  readonly languages: readonly string[]
  readonly dailyFeeMinor: number | null
  readonly topicIds: readonly string[]
}

export const newTrainer: TrainerValues = {
  kind: 'internal',
  personId: null,
  name: '',
  institution: '',
  email: '',
  phone: '',
  languages: ['tr'],
  dailyFeeMinor: null,
  topicIds: [],
}

export const valuesOf = (trainer: Trainer): TrainerValues => ({
  kind: trainer.kind,
  personId: trainer.personId,
  name: trainer.name,
  institution: trainer.kind === 'internal' ? '' : (trainer.institution ?? ''),
  email: trainer.email ?? '',
  phone: trainer.phone ?? '',
  languages: trainer.languages,
  dailyFeeMinor: trainer.dailyFeeMinor,
  topicIds: trainer.topics.map((topic) => topic.id),
})

/** An internal trainer's name comes from the staff record; what stands here only fills the place. */
const inputOf = (values: TrainerValues) => (values.kind === 'internal' ? { ...values, name: '––' } : values)

export const trainerProblems = (values: TrainerValues): Problems<TrainerValues> => ({
  ...schemaProblems(trainerFieldsSchema, inputOf(values)),
  ...(values.kind === 'internal' && values.personId === null && { personId: { key: 'common:form.choose' } as const }),
})

/** Only for values without problems. */
export const trainerFields = (values: TrainerValues): TrainerFields => trainerFieldsSchema.parse(inputOf(values))
