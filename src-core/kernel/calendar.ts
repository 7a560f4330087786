/** One appointment in Istanbul. */
export type Appointment = {
  /** The same in the feed and in mails, so that a calendar keeps one appointment. */
  readonly uid: string
  /** Grows with every change; a calendar keeps the highest (RFC 5545, 3.8.7.4). */
  readonly sequence: number
  /** Instant of the last change, ISO UTC. */
  readonly changedAt: string
  readonly cancelled: boolean
  readonly title: string
  readonly place: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Minutes of the day; null for the whole day. */
  readonly span: { readonly from: number; readonly to: number } | null
}

/** Names the appointment of a session; whoever writes an `.ics` about it uses this name. */
export const appointmentUid = (sessionId: string): string => `${sessionId}@akademi`

/** Since 2016 Turkey keeps one time all year; programs that know the zone use their own rules for it. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Istanbul',
  'BEGIN:STANDARD',
  'DTSTART:20160907T000000',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0300',
  'TZNAME:+03',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** A calendar of appointments as text (RFC 5545), lines ended and folded as it wants them. */
export function calendarText(name: string, appointments: readonly Appointment[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Akademi//Akademi//TR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Europe/Istanbul',
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...zone,
    ...appointments.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, sequence, changedAt, cancelled, title, place, date, span }: Appointment): string[] {
  const day = date.replaceAll('-', '')
  const at = (minutes: number) =>
    `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}00`
  const changed = `${changedAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(span
      ? [`DTSTART;TZID=Europe/Istanbul:${at(span.from)}`, `DTEND;TZID=Europe/Istanbul:${at(span.to)}`]
      : [`DTSTART;VALUE=DATE:${day}`]),
    `SUMMARY:${escaped(title)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    ...(cancelled ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ]
}

/** Commas, semicolons, backslashes and line breaks mean something else in the format (3.3.11). */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')

const widest = 75
const encoder = new TextEncoder()

/** No line is longer than 75 octets; it goes on after a line break and a space (3.1), never within a letter. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (octets + size > widest) {
      text += '\r\n '
      octets = 1
    }
    text += letter
    octets += size
  }
  return text
}
