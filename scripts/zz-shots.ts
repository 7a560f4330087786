import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { startBrowserHost } from '../src-main/browser/browser-host.ts'
import { createSampleStore } from '../src-main/service/sample.ts'
import { startService } from '../src-main/service/service.ts'
import { findChromium } from './chromium.ts'
const out='/tmp/akademi/certs/s'
await mkdir(out,{recursive:true})
const store = await mkdtemp(join(tmpdir(), 'akademi-shots-'))
await createSampleStore(store, { today: '2026-11-22', staff: 600, needLines: 600 } as never)
const service = await startService({ storeFolder: store })
const host = await startBrowserHost({ service, pagesFolder: join(import.meta.dirname,'..', 'out', 'renderer') })
const { executablePath, args } = await findChromium()
const browser = await chromium.launch({ executablePath, args: [...args] })
const context = await browser.newContext({ timezoneId: 'Europe/Istanbul', viewport: { width: 1366, height: 768 } })
const page = await context.newPage(); page.setDefaultTimeout(6000)
page.on('pageerror', e => console.log('PAGEERROR', e.message)); page.on('console', m => m.type()==='error' && console.log('CONSOLE', m.text()))
let n=0
const shot = async (name: string) => { await page.waitForTimeout(700); await page.screenshot({ path: `${out}/${String(++n).padStart(2,'0')}-${name}.png` }) }
try {
  await page.goto(host.address)
  await page.getByRole('button', { name: /Sevgi/ }).click()
  await page.getByRole('navigation').first().waitFor()
  const go = async (path: string) => { await page.goto(new URL(path, host.address).href); await page.waitForLoadState('networkidle') }
  await go('/certificates/groups'); await shot('groups')
  await page.getByRole('gridcell').first().click(); await shot('group-panel')
  await go('/certificates/register'); await shot('register')
  await page.getByRole('gridcell').first().click(); await shot('cert-panel')
  await page.getByRole('button', { name: 'Düzelt' }).click(); await shot('cert-correct')
  await go('/certificates/groups')
  await page.getByText('Vatandaşla Etkili').first().click(); await page.getByRole('button', { name: /Katılımcılar/ }).click(); await shot('holders')
  await page.getByRole('row').nth(5).getByRole('gridcell').nth(1).click(); await shot('holder-form')
  await page.getByRole('button', { name: 'Listeden ekle' }).click()
  await page.getByLabel('Excel’den yapıştırın').fill('Adı Soyadı\tKurumu\tSaat\nAyşe Işık\tFen İşleri\t12\n\tPark\t10\nAli Öz\tAmman\tkırk')
  await shot('paste'); await page.getByRole('button', { name: 'Oku' }).click(); await shot('paste-read')
  await go('/certificates/groups'); await page.getByText('Çevre Yönetimi').first().click(); await page.getByRole('button', { name: /Katılımcılar/ }).click(); await shot('delegation')
  await page.getByRole('tab', { name: 'Ön izleme' }).click(); await page.waitForTimeout(1200); await shot('preview')
  await page.getByRole('tab', { name: /Basım/ }).click(); await shot('print')
  const dl = page.waitForEvent('download'); await page.getByRole('button', { name: /bas$/ }).click(); const d = await dl; await d.saveAs(`${out}/print.pdf`); await shot('printed')
  await go('/certificates/verify'); await page.getByLabel('Kod, numara ya da karekod').fill('HS 2026 1'); await page.getByRole('button', { name: 'Doğrula', exact: true }).click(); await shot('verify')
  await go('/certificates/templates'); await page.waitForTimeout(1000); await shot('templates')
  await go('/certificates/settings'); await shot('settings')
} catch (e) { console.log(e); await shot('error') } finally { await browser.close(); await host.stop(); await service.stop(); await rm(store, { recursive: true, force: true }) }
