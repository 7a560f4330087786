/** Which chapter tells of the screens under an address; the longest beginning that fits counts. */
const chapters = [
  ['/people', 'people-and-catalogue'],
  ['/catalogue', 'people-and-catalogue'],
  ['/needs/cycle', 'cycle'],
  ['/needs/board', 'collecting'],
  ['/needs/entry', 'collecting'],
  ['/needs/units', 'collecting'],
  ['/needs/list', 'collecting'],
  ['/needs/import', 'import'],
  ['/imports', 'import'],
  ['/needs/merge', 'merge'],
  ['/needs/priorities', 'priorities'],
  ['/needs/results', 'results'],
  ['/plan', 'plan'],
  ['/plan/placing', 'schedule'],
  ['/plan/calendar', 'schedule'],
  ['/plan/board', 'schedule'],
  ['/plan/clashes', 'schedule'],
  ['/certificates', 'certificates'],
  ['/delegations', 'delegations'],
  ['/sync', 'portal'],
  ['/settings', 'keeping-safe'],
] as const

/** The address of the guide, opened at what it tells of the screen one is on. */
export function guideFor(path: string): string {
  const [found] = chapters
    .filter(([beginning]) => path === beginning || path.startsWith(`${beginning}/`))
    .toSorted(([a], [b]) => b.length - a.length)
  return found ? `/help?page=${found[1]}` : '/help'
}
