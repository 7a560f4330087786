import { allProviders, allTrainers, loadTopicDirectory } from '../courses/index.ts'
import type { Reader } from '../database/store.ts'
import { topicMatcher, unitMatcher, type ValueOption, valueMatcher } from '../imports/index.ts'
import { fold } from '../kernel/turkish.ts'
import { loadUnits } from '../people/index.ts'
import { topicsById } from './catalogue.repository.ts'
import { documentWords } from './document.words.ts'
import { type Currency, priorityWords } from './foreign-cells.rules.ts'
import { linesOf } from './plan.repository.ts'
import { isLive } from './plan.rules.ts'
import { type Plan, planLevels, planModes } from './plan.ts'

/** Lira for one unit of a currency, as the officer gave them. */
export type CurrencyRates = Partial<Readonly<Record<Currency, number>>>

const inBothLanguages = <K extends string>(
  keys: readonly K[],
  wordsOf: (language: 'tr' | 'en') => Readonly<Record<K, string>>,
  more: Partial<Readonly<Record<K, readonly string[]>>>,
): readonly ValueOption<K>[] =>
  keys.map((key) => ({ key, words: [wordsOf('tr')[key], wordsOf('en')[key], ...(more[key] ?? [])] }))

const levels = () =>
  valueMatcher(
    inBothLanguages(planLevels, (language) => documentWords[language].level, {
      HALF_DAY: ['Yarım günlük', 'Half day', 'Half-day'],
      ONE_DAY: ['1 gün', 'Günlük', '1 day'],
      TWO_DAY: ['2 gün', 'İki günlük', '2 days', 'Two-day'],
      OPEN: ['Açık kurs', 'Open course', 'Seminer', 'Konferans'],
      CERTIFIED_COURSE: ['Sertifika programı', 'Certified programme', 'Certificate programme', 'Certification'],
      EXECUTIVE: ['Yönetici eğitimi', 'Executive'],
      E_TRAINING: ['E-öğrenme', 'E-learning'],
    }),
  )

const modes = () =>
  valueMatcher(
    inBothLanguages(planModes, (language) => documentWords[language].mode, {
      classroom: ['Yüz yüze', 'Yüzyüze', 'Sınıf', 'Salonda', 'Face to face', 'In person', 'Classroom'],
      onlineLive: ['Çevrim içi', 'Online', 'Canlı', 'Webinar', 'Virtual', 'Uzaktan canlı'],
      eTraining: ['Uzaktan', 'E-öğrenme', 'E-learning', 'Self-paced'],
      field: ['Saha', 'Uygulama', 'On the job', 'OJT', 'İş başında'],
      blended: ['Hibrit', 'Hybrid', 'Blended learning'],
    }),
  )

/** Everything a workbook of a plan is compared with, and the ways to understand its words. */
export async function knownForPlan(db: Reader, plan: Plan, rates: CurrencyRates) {
  const lines = await linesOf(db, plan.id)
  const directory = await loadTopicDirectory(db)
  const units = await loadUnits(db)
  const trainers = await allTrainers(db)
  const providers = await allProviders(db)
  return {
    plan,
    rates,
    lines: new Map(lines.map((line) => [line.lineNo, line])),
    liveNames: new Map(lines.filter(isLive).map((line) => [line.topicId ?? fold(line.name), line])),
    topics: await topicsById(
      db,
      directory.map(({ id }) => id),
    ),
    topic: topicMatcher(
      directory.map(({ name, state, ...topic }) => ({ ...topic, nameTr: name, active: state !== 'RETIRED' })),
    ),
    unit: unitMatcher(units.map(({ name, ...unit }) => ({ ...unit, nameTr: name }))),
    trainer: valueMatcher(trainers.map(({ id, name }) => ({ key: id, words: [name] }))),
    provider: valueMatcher(providers.map(({ id, name }) => ({ key: id, words: [name] }))),
    level: levels(),
    mode: modes(),
    priority: valueMatcher<'high' | 'medium' | 'low'>(priorityWords),
    names: {
      unit: new Map(units.map(({ id, name }) => [id, name])),
      trainer: new Map(trainers.map(({ id, name }) => [id, name])),
      provider: new Map(providers.map(({ id, name }) => [id, name])),
    },
  }
}

export type KnownForPlan = Awaited<ReturnType<typeof knownForPlan>>
