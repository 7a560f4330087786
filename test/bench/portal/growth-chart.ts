type Point = { readonly at: number; readonly value: number }

type Growth = {
  /** Forms a second with so many processes. */
  readonly processes: readonly Point[]
  /** Forms a second with so many need lines there already. */
  readonly sizes: readonly Point[]
}

const width = 360
const height = 240
const margin = { left: 56, right: 16, top: 40, bottom: 44 }

const text = (x: number, y: number, said: string, more = '') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="12"${more}>${said}</text>`

/** One row of columns with its values written above them; columns begin at nothing, so that they can be compared. */
function columns(title: string, below: string, points: readonly Point[], offset: number): string {
  const most = Math.max(1, ...points.map(({ value }) => value))
  const room = width - margin.left - margin.right
  const tall = height - margin.top - margin.bottom
  const step = room / Math.max(1, points.length)
  const drawn = points.map(({ at, value }, index) => {
    const size = (value / most) * tall
    const x = offset + margin.left + index * step + step * 0.15
    const y = margin.top + tall - size
    const middle = x + step * 0.35
    return [
      `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${(step * 0.7).toFixed(1)}" height="${size.toFixed(1)}"/>`,
      text(middle, y - 5, Math.round(value).toLocaleString('en-US'), ' text-anchor="middle"'),
      text(middle, margin.top + tall + 16, at.toLocaleString('en-US'), ' text-anchor="middle"'),
    ].join('')
  })
  const middle = offset + margin.left + room / 2
  return [
    text(offset + margin.left, 18, title, ' font-weight="600"'),
    `<line x1="${offset + margin.left}" x2="${offset + width - margin.right}" y1="${margin.top + tall}" y2="${margin.top + tall}"/>`,
    ...drawn,
    text(middle, height - 8, below, ' text-anchor="middle"'),
  ].join('\n')
}

/** Throughput against processes and against need lines, as an SVG. */
export const growthChart = ({
  processes,
  sizes,
}: Growth): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * 2} ${height}" width="${width * 2}" height="${height}" font-family="sans-serif" role="img" aria-label="Forms a second by processes and by need lines">
<style>text{fill:#57606a}line{stroke:#57606a}rect{fill:#2f6f9f}@media(prefers-color-scheme:dark){text{fill:#b1bac4}line{stroke:#b1bac4}rect{fill:#5b9bd0}}</style>
${columns('Forms a second', 'portal processes on one PostgreSQL', processes, 0)}
${columns('Forms a second', 'need lines there already', sizes, width)}
</svg>
`
