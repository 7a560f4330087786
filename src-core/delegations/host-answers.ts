/** What a host may answer to an hour she is asked for. Pages import this list without the shapes around it. */
export const hostAnswers = ['ACCEPTED', 'ALTERNATIVE', 'DECLINED'] as const

export type HostAnswer = (typeof hostAnswers)[number]
