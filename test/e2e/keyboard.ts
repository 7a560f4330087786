import type { FileChooser, Locator, Page } from '@playwright/test'

const mostSteps = 120

/** Goes from where the focus is to a control, by Tab alone. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let step = 0; step < mostSteps; step++) {
    if (
      await control.evaluate(
        (element) => element === document.activeElement || element.contains(document.activeElement),
      )
    )
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${control}`)
}

/** Presses a button the way somebody without a mouse does. */
export async function pressByKeys(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}

/** Opens the choice of a file the same way. */
export async function chooserByKeys(page: Page, input: Locator): Promise<FileChooser> {
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page, input)
  await page.keyboard.press('Enter')
  return chooser
}
