import { expect, test } from '@playwright/test'
import { needsRuntime, type Opened, openAkademi } from './open-akademi.ts'

// Each test tries, from inside the page, what a foreign script would try there.
needsRuntime()

let opened: Opened

test.beforeAll(async () => {
  opened = await openAkademi()
})

test.afterAll(async () => {
  await opened?.app.close()
})

/** Waits for what the page is promised; gives `refused` when it is refused. */
const outcome = (expression: string) =>
  opened.page.evaluate(`Promise.resolve().then(() => ${expression}).then(() => 'granted', () => 'refused')`)

test('there is no Node and no Electron in the page, only the bridge', async () => {
  expect(
    await opened.page.evaluate('[typeof require, typeof process, typeof module, typeof Buffer, typeof global].join()'),
  ).toBe('undefined,undefined,undefined,undefined,undefined')
  expect(await opened.page.evaluate('Object.keys(akademiHost).sort().join()')).toBe(
    'kind,language,onOpen,onServiceState,onUpdateReady,platform,portNonce,restartToUpdate,retryService,setLanguage,version',
  )
})

test('the page cannot change the bridge', async () => {
  await opened.page.evaluate("try { akademiHost.version = 'changed'; akademiHost = null } catch {}")
  expect(await opened.page.evaluate('akademiHost.version')).not.toBe('changed')
})

test('text does not become script', async () => {
  expect(await outcome("new Function('return 1')()")).toBe('refused')
  await opened.page.evaluate(`{
    const element = document.createElement('script')
    element.textContent = 'globalThis.inlineScriptRan = true'
    document.head.append(element)
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.handlerRan = true">')
  }`)
  expect(await opened.page.evaluate('[typeof inlineScriptRan, typeof handlerRan].join()')).toBe('undefined,undefined')
})

for (const address of [
  'https://example.com/',
  'http://localhost:9/',
  'file:///etc/passwd',
  'app://elsewhere/index.html',
]) {
  test(`nothing is fetched from ${address}`, async () => {
    expect(await outcome(`fetch(${JSON.stringify(address)})`)).toBe('refused')
  })

  test(`the page does not go to ${address}, nor opens it in a window`, async () => {
    await opened.page.evaluate(`location.href = ${JSON.stringify(address)}; undefined`)
    expect(await opened.page.evaluate(`window.open(${JSON.stringify(address)})`)).toBeNull()
    expect(await opened.page.evaluate('location.origin')).toBe('app://akademi')
    expect(opened.app.windows()).toHaveLength(1)
  })
}

test('no file outside the page is served by its scheme', async () => {
  for (const path of ['/../main/index.js', '/%2e%2e/main/index.js', '/..%2f..%2fpackage.json', '/..%5cpackage.json']) {
    const text = await opened.page.evaluate(
      `fetch('app://akademi${path}').then((answer) => answer.ok ? answer.text() : '')`,
    )
    expect(text).not.toContain('"name": "akademi"')
    expect(text).not.toContain('startShell')
  }
})

for (const ask of [
  'navigator.mediaDevices.getUserMedia({ video: true })',
  'navigator.mediaDevices.getDisplayMedia()',
  'new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))',
  'navigator.clipboard.readText()',
  "Notification.requestPermission().then((answer) => answer === 'granted' || Promise.reject(answer))",
  'navigator.usb.requestDevice({ filters: [] })',
  'navigator.serial.requestPort()',
  "navigator.hid.requestDevice({ filters: [] }).then((list) => list.length > 0 || Promise.reject('none'))",
]) {
  test(`it is refused: ${ask}`, async () => {
    expect(await outcome(ask)).toBe('refused')
  })
}

test('a webview stays an unknown element', async () => {
  await opened.page.evaluate(
    "document.body.insertAdjacentHTML('beforeend', '<webview src=https://example.com></webview>')",
  )
  expect(await opened.page.evaluate("typeof document.querySelector('webview').getURL")).toBe('undefined')
})

test('a frame of another origin cannot be put into the page', async () => {
  await opened.page.evaluate(`{
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
  }`)
  expect(opened.page.frames().every((frame) => !frame.url().startsWith('https:'))).toBe(true)
})

test('a form cannot be sent anywhere', async () => {
  await opened.page.evaluate(`{
    const form = document.createElement('form')
    form.action = 'https://example.com/'
    document.body.append(form)
    form.submit()
  }`)
  expect(await opened.page.evaluate('location.origin')).toBe('app://akademi')
})

test('the window’s page is sandboxed and isolated, as Electron itself sees it', async () => {
  const preferences = await opened.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
})
