import { crc32, deflateSync } from 'node:zlib'
import type { TrainingSnapshot } from '../../../src-core/certificates/certificate.ts'
import { codeOf } from '../../../src-core/certificates/code.rules.ts'
import type { Paper } from '../../../src-core/certificates/paper.ts'
import { serialOf } from '../../../src-core/certificates/serial.rules.ts'
import { standardLayout } from '../../../src-core/certificates/standard-layout.ts'
import { signStatement, statementOf } from '../../../src-core/certificates/statement.ts'
import { signerOf } from '../../../src-core/kernel/ed25519.ts'

const background = 'b'.repeat(64)
const logo = 'c'.repeat(64)

/** A picture for the whole page as a scanner gives it: A4 lying at 150 dots an inch, a soft gradient. */
function gradient(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3
      rows[at] = 245 - ((x * 20) / width) * (y / height)
      rows[at + 1] = 248 - (y * 18) / height
      rows[at + 2] = 240 + ((x + y) % 9)
    }
  }
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

const emblem =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="none" stroke="#0f5c6e" stroke-width="3"/><path d="M18 62h64v4H18zM30 34h3v32h-3zM67 34h3v32h-3z" fill="#0f5c6e"/></svg>'

/** The pictures of the papers: what they are called by their hash, and their bytes by that name. */
export const picturesOfPapers = () => ({
  names: new Map([
    [background, 'background.png'],
    [logo, 'logo.svg'],
  ]),
  pictures: { 'background.png': gradient(1754, 1240), 'logo.svg': new TextEncoder().encode(emblem) },
})

const training: TrainingSnapshot = {
  ...{ kind: 'DELEGATION', language: 'both', titleTr: 'Çevre Yönetimi Eğitimi', titleEn: 'Environmental Management' },
  ...{ fromDate: '2027-01-25', toDate: '2027-01-31', place: 'İstanbul', placeEn: 'Istanbul', partner: null },
  ...{ lessonHoursTenths: 400, testRequired: false, validUntil: null, issuedOn: '2027-01-31' },
  signatories: [{ name: 'Ayşe Işıkhan', dutyTr: 'Eğitim Müdürü', dutyEn: 'Head of Training' }],
  ...{ institutionTr: 'Örnek Büyükşehir Belediyesi', institutionEn: 'Example Municipality' },
  ...{ unitTr: 'Eğitim Müdürlüğü', unitEn: 'Training Department', portal: 'akademi.example' },
  ...{ labelTr: 'Heyet Programı Sertifikası', labelEn: 'Delegation Programme Certificate' },
  ...{ logoLeft: logo, logoRight: logo },
}

const given = ['Ayşe', 'Çağrı', 'Ğülşah', 'İsmail', 'Ömer', 'Şükrü', 'Ümran', 'Zeynep']
const family = ['Işık', 'Yılmaz', 'Öztürk', 'Çelik', 'Şahin', 'Güneş', 'Kılıç']

/** Bilingual certificates with a picture behind them, two logos and a QR, every one of another person. */
export function papers(count: number): Paper[] {
  const signer = signerOf('17'.repeat(32))
  const standard = standardLayout('DELEGATION', 'both')
  const layout = { ...standard, pages: standard.pages.map((page) => ({ ...page, background })) }
  return Array.from({ length: count }, (_, at) => {
    const name = `${given[at % given.length]} ${family[at % family.length]} ${at + 1}`
    const holder = { name, institution: 'Nairobi City County', country: 'Kenya', attendedTenths: 400, testScore: null }
    const serial = serialOf('DELEGATION', 2027, at + 1)
    const code = codeOf(`code ${at}`)
    const signature = signStatement(signer, statementOf(serial, code, holder, training))
    return { layout, holder, training, serial, code, signature }
  })
}

/** The public half of the key that the papers are signed with. */
export const publicKeyOfPapers = (): string => signerOf('17'.repeat(32)).publicKey
