import { loadavg } from 'node:os'
import process from 'node:process'
import { writePage } from '../performance-page.ts'
import { type Figures, machine, runCase } from '../run-case.ts'

const rounds = Number(process.argv[3] ?? 3)
const busy = loadavg()[0] ?? 0

/** AKADEMI_BENCH_PEERS names a folder in which `pdfkit` is installed. */
const peers = process.env.AKADEMI_BENCH_PEERS ?? ''

const best = (name: string, count: number): Figures => {
  const results = Array.from({ length: rounds }, () => runCase(name, [String(count), peers]).at(-1) ?? {})
  return results.toSorted((a, b) => (a.ms ?? 0) - (b.ms ?? 0))[0] ?? {}
}

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const seconds = (figures: Figures): string => `${((figures.ms ?? 0) / 1000).toFixed(1)} s`
const busySeconds = (figures: Figures): string => `${((figures.cpuMs ?? 0) / 1000).toFixed(1)} s`
const times = (theirs = 0, ours = 1): string => (theirs / ours).toFixed(1)

say('1,000 certificates in Akademi, pdfkit and Chromium')
const akademi = best('certificates-akademi', 1000)
const pdfkit = best('certificates-pdfkit', 1000)
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
  'Bilingual certificates with a picture of 1754 × 1240 dots behind them, two logos and a QR, from the frozen snapshots to one PDF/A. Chromium prints the same elements as HTML, a hundred pages at a time, which is where it is fastest. pdfkit, where it is measured, draws them itself, compressed, with the picture and every font embedded once.',
  '',
  '| | time | processor | file | peak memory |',
  '|---|---|---|---|---|',
  `| 300 pages, Akademi | ${seconds(group)} | ${busySeconds(group)} | ${group.kb} kB | ${group.peakMb} MB |`,
  `| 1,000 pages, Akademi | ${seconds(akademi)} | ${busySeconds(akademi)} | ${akademi.kb} kB | ${akademi.peakMb} MB |`,
  ...(pdfkit.missing
    ? []
    : [
        `| 1,000 pages, pdfkit | ${seconds(pdfkit)} | ${busySeconds(pdfkit)} | ${pdfkit.kb} kB | ${pdfkit.peakMb} MB |`,
      ]),
  `| 1,000 pages, Chromium | ${seconds(chromium)} | – | ${chromium.kb} kB | – |`,
  `| 10,000 pages, Akademi | ${seconds(many)} | ${busySeconds(many)} | ${many.kb} kB | ${many.peakMb} MB |`,
  '',
  pdfkit.missing
    ? 'pdfkit was not measured: it is not among our packages, and AKADEMI_BENCH_PEERS named no folder in which it is.'
    : `pdfkit takes ${times(pdfkit.cpuMs, akademi.cpuMs)} times the processor time of Akademi; wanted: at least 2.5.`,
  '',
  `Akademi is ${times(chromium.ms, akademi.ms)} times as fast as Chromium. Codes that are verified with their signatures: ${codes.aSecond} a second on one thread; checking the bare signature, which is the floor, ${codes.floorASecond}.`,
])
