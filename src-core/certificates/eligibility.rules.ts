type Rules = {
  readonly lessonHoursTenths: number
  readonly minAttendancePct: number
  readonly testRequired: boolean
  readonly passMark: number
}

type Result = { readonly attendedTenths: number | null; readonly testScore: number | null }

/** Why somebody gets no certificate. */
export type Obstacle =
  | { readonly kind: 'attendanceMissing' }
  /** Whole per cent of the lesson hours, and what is asked for. */
  | { readonly kind: 'attendanceTooLow'; readonly share: number; readonly least: number }
  | { readonly kind: 'attendedTooMuch' }
  | { readonly kind: 'testMissing' }
  | { readonly kind: 'testFailed'; readonly score: number; readonly least: number }

/** Whole per cent of the lesson hours that were attended; rounded down, so that 79.9 is not 80. */
export const attendanceShare = (attendedTenths: number, lessonHoursTenths: number): number =>
  lessonHoursTenths === 0 ? 0 : Math.floor((attendedTenths * 100) / lessonHoursTenths)

/** What stands between somebody and the certificate (product: at least 80 per cent of the lesson hours, and the test where there is one). */
export function obstaclesOf(rules: Rules, { attendedTenths, testScore }: Result): readonly Obstacle[] {
  const obstacles: Obstacle[] = []
  if (attendedTenths === null) obstacles.push({ kind: 'attendanceMissing' })
  else if (attendedTenths > rules.lessonHoursTenths) obstacles.push({ kind: 'attendedTooMuch' })
  else {
    const share = attendanceShare(attendedTenths, rules.lessonHoursTenths)
    if (share < rules.minAttendancePct)
      obstacles.push({ kind: 'attendanceTooLow', share, least: rules.minAttendancePct })
  }
  if (rules.testRequired) {
    if (testScore === null) obstacles.push({ kind: 'testMissing' })
    else if (testScore < rules.passMark) obstacles.push({ kind: 'testFailed', score: testScore, least: rules.passMark })
  }
  return obstacles
}
