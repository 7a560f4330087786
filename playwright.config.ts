import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.ts'

const { executablePath, args } = await findChromium()

/** Every file of tests starts a service and a browser host of its own, on port 0, over a store in a temporary folder. */
export default defineConfig({
  testDir: 'test',
  globalSetup: './test/e2e/samples.ts',
  testMatch: ['e2e/**/*.e2e.ts', 'electron/**/*.e2e.ts'],
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['line']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'tr-TR',
    timezoneId: 'Europe/Istanbul',
    trace: 'off',
    actionTimeout: 20_000,
    launchOptions: { executablePath, args: [...args] },
  },
})
