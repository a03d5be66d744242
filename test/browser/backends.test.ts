import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectLoss } from '../../src/runtime/index.js'
import { chromiumPath, launch, softwareWebgl, softwareWebgpu } from '../support/chromium.js'
import { famous } from '../support/famous.js'
import { faults } from '../support/faults.js'
import type { Scenarios } from './page.js'
import { serve } from './site.js'

type Place = 'page' | 'worker'

const setups: { backend: string; place: Place; flags: readonly string[]; mayLack?: true }[] = [
  { backend: 'webgl', place: 'page', flags: softwareWebgl },
  { backend: 'webgl', place: 'worker', flags: softwareWebgl },
  { backend: 'webgpu', place: 'page', flags: softwareWebgpu, mayLack: true },
  { backend: 'cpu', place: 'worker', flags: [] },
]

describe.skipIf(!chromiumPath).each(setups)('$backend in a $place of Chromium', ({ backend, place, flags, mayLack }) => {
  let site: Awaited<ReturnType<typeof serve>>
  let browser: Browser
  let page: Page
  let offered = false

  beforeAll(async () => {
    site = await serve()
    browser = await launch(flags)
    page = await browser.newPage()
    await page.goto(site.address, { waitUntil: 'load' })
    offered = await run('ready', backend)
    if (!mayLack) expect(offered).toBe(true)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  /** Runs a scenario where the test says. */
  function run<Name extends keyof Scenarios>(name: Name, ...args: Parameters<Scenarios[Name]>): ReturnType<Scenarios[Name]> {
    return page.evaluate(`run(${JSON.stringify(place)}, ${JSON.stringify(name)}, ${JSON.stringify(args)})`) as ReturnType<Scenarios[Name]>
  }

  const test = (name: string, check: () => Promise<void>) =>
    it(name, async ({ skip }) => {
      if (!offered) skip('this Chromium has no such backend')
      await check()
    }, 180_000)

  test('finds in the famous batches what is found without a browser, with the same numbers', async () => {
    const results = await run('famous')
    expect(results.map(({ name }) => name)).toEqual(famous.map(({ name }) => name))
    for (const [index, { value, findings }] of results.entries()) {
      const { prediction, target, value: told } = famous[index]!
      const oneHot = target.map((label) => [0, 1, 2].map((each) => (each === label ? 1 : 0)))
      const data = Float32Array.from(prediction.flat())
      const inspected = inspectLoss({
        loss: 'tf.losses.softmaxCrossEntropy',
        prediction: { data, shape: [prediction.length, 3] },
        target: { data: Float32Array.from(oneHot.flat()), shape: [target.length, 3] },
        value,
      })
      expect(findings).toEqual(inspected.findings)
      if (told !== undefined) expect(value).toBeCloseTo(told, 4)
      expect(findings.map(({ rule }) => rule)).toEqual(told === undefined ? [] : ['probabilities-as-logits'])
    }
  })

  test('finds every fault that numbers can show within ten steps, and nothing in the twins', async () => {
    const results = await run('faults')
    expect(results.map(({ rule }) => rule)).toEqual(faults.map(({ rule }) => rule))
    expect(results.filter(({ rule, wrong }) => !wrong.includes(rule))).toEqual([])
    expect(results.filter(({ right, problems }) => right.length + problems.length > 0)).toEqual([])
  })

  test('trains as without, and waits for nothing', async () => {
    const { plain, watched, findings, problems, synchronous } = await run('training')
    expect(watched).toEqual(plain)
    expect({ findings, problems }).toEqual({ findings: ['probabilities-as-logits'], problems: [] })
    if (backend !== 'cpu') expect(synchronous).toBe(0)
  })

  for (const method of ['fit', 'fitDataset'] as const)
    test(`trains a compiled model as without, in ${method}`, async () => {
      const { plain, watched, findings, problems } = await run('fitting', method)
      expect(watched).toEqual(plain)
      expect({ findings, problems }).toEqual({ findings: ['probabilities-as-logits'], problems: [] })
    })

  test('leaves nothing behind in 1,000 steps, in tidy and out of it', async () => {
    const { before, after, summary, synchronous } = await run('leaks', 1000)
    expect(after).toEqual(before)
    expect(summary).toMatch(/^ce-lint: examined 1050 calls .*; 8400 rows of predictions read\nno misuse found\n/)
    if (backend !== 'cpu') expect(synchronous).toBe(0)
  })

  test('adds nothing to the tape of gradients', async () => {
    const { plain, watched } = await run('tape')
    expect(plain).toBeGreaterThan(0)
    expect(watched).toBe(plain)
  })
})
