import { loadavg } from 'node:os'
import process from 'node:process'
import { writePage } from '../performance-page.ts'
import { type Figures, machine, runCase } from '../run-case.ts'

const rounds = Number(process.argv[3] ?? 3)
const busy = loadavg()[0] ?? 0

const best = (name: string, count: number): Figures => {
  const results = Array.from({ length: rounds }, () => runCase(name, [String(count)]).at(-1) ?? {})
  return results.toSorted((a, b) => (a.ms ?? 0) - (b.ms ?? 0))[0] ?? {}
}

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const seconds = (figures: Figures): string => `${((figures.ms ?? 0) / 1000).toFixed(1)} s`

say('1,000 certificates in Akademi and in Chromium, turn by turn')
const akademi = best('certificates-akademi', 1000)
const chromium = best('certificates-chromium', 1000)
say('300 certificates')
const group = best('certificates-akademi', 300)
say('10,000 certificates')
const many = runCase('certificates-akademi', ['10000']).at(-1) ?? {}
say('codes')
const codes = best('certificates-verify', 5000)

await writePage('certificates', [
  '## Certificates',
  '',
  `Last run: ${new Date().toISOString().slice(0, 10)}, ${machine()}; ${busy.toFixed(1)} other processes were running on average when it began. The best of ${rounds}, every case in a process of its own; 10,000 pages once.`,
  '',
  'Bilingual certificates with a picture of 1754 × 1240 dots behind them, two logos and a QR, from the frozen snapshots to one PDF/A. Chromium prints the same elements as HTML, a hundred pages at a time, which is where it is fastest. pdfkit is not among our packages and was not measured.',
  '',
  '| | time | file | peak memory |',
  '|---|---|---|---|',
  `| 300 pages, Akademi | ${seconds(group)} | ${group.kb} kB | ${group.peakMb} MB |`,
  `| 1,000 pages, Akademi | ${seconds(akademi)} | ${akademi.kb} kB | ${akademi.peakMb} MB |`,
  `| 1,000 pages, Chromium | ${seconds(chromium)} | ${chromium.kb} kB | – |`,
  `| 10,000 pages, Akademi | ${seconds(many)} | ${many.kb} kB | ${many.peakMb} MB |`,
  '',
  `Akademi is ${((chromium.ms ?? 0) / (akademi.ms ?? 1)).toFixed(1)} times as fast as Chromium. Codes that are verified with their signatures: ${codes.aSecond} a second on one thread; checking the bare signature, which is the floor, ${codes.floorASecond}.`,
])
