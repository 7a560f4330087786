export { courses } from './courses.handlers.ts'

export { needsPermission } from './provider.ts'
export { type SampleCourses, sampleCourses, writeSampleCourses } from './sample.ts'
export { loadTopicDirectory } from './topic.repository.ts'
export type { TopicEntry } from './topic.ts'
export { forgetAliases, learnAliases, proposeTopics } from './topic-writing.ts'
export { type FreeTime, isFree, workingHalfDays } from './working-days.rules.ts'
