import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHTML } from '../../src/html/index.js'
import { inspectLoss } from '../../src/runtime/index.js'
import { batch } from '../contracts/tf.js'

const executablePath = '/usr/bin/chromium'

/** Long names and many classes, which are what a narrow page has to hold. */
const report = inspectLoss({
  loss: 'torch.nn.CrossEntropyLoss',
  prediction: [...batch.probabilities, ...batch.probabilities].map((row) => [...row, ...new Array(40).fill(0)]),
  target: [1, 0, 1, 0],
})
const file = `${'a-long-folder-name/'.repeat(6)}batch.npz`
const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 }
const page = toHTML({
  ...report,
  uses: report.uses.map((use) => ({ ...use, at })),
  findings: report.findings.map((finding) => ({ ...finding, at })),
})

// Where it is missing the tests are skipped, and the list of them says so; the checks of a change must have it.
describe.skipIf(!existsSync(executablePath) && !process.env.CI)('the page of a report in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(() => browser?.close())

  it.each([
    [1200, 'light'],
    [1200, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)(
    'is readable at %i pixels in %s, and asks for nothing',
    async (width, colorScheme) => {
      const view = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
      const events: string[] = []
      view.on('request', (request) => events.push(request.url()))
      view.on('console', (message) => events.push(message.text()))
      view.on('pageerror', (error) => events.push(error.message))
      await view.setContent(page, { waitUntil: 'load' })
      const seen = await view.evaluate(`(() => {
      const lum = (text) => {
        const [r, g, b] = text.match(/[\\d.]+/g).slice(0, 3).map((x) => x / 255).map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const contrast = (a, b) => (Math.max(lum(a), lum(b)) + 0.05) / (Math.min(lum(a), lum(b)) + 0.05)
      const paper = getComputedStyle(document.body).backgroundColor
      const drawings = [...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
      const letters = drawings.flatMap((svg) => [...svg.querySelectorAll('text')])
      return {
        paper: lum(paper),
        width: document.documentElement.scrollWidth,
        drawings: drawings.length,
        letters: letters.length,
        least: Math.min(...letters.map((text) => text.getBoundingClientRect().height)),
        contrasts: Math.min(...letters.map((text) => contrast(getComputedStyle(text).fill, paper))),
        outside: letters.filter((text) => {
          const [box, frame] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()]
          return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1
        }).map((text) => text.textContent),
      }
    })()`)
      expect(seen).toMatchObject({ width, drawings: 3, outside: [] })
      const { paper, letters, least, contrasts } = seen as Record<string, number>
      expect(colorScheme === 'dark' ? paper! < 0.1 : paper! > 0.9).toBe(true)
      expect(letters).toBeGreaterThan(10)
      expect(least).toBeGreaterThan(9)
      // The least that WCAG 2 asks of text.
      expect(contrasts).toBeGreaterThan(4.5)
      expect(events).toEqual([])
      await view.close()
    },
    60_000,
  )
})
