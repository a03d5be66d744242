import { softmaxFloor } from '../../numbers/bounds.js'
import type { Values } from '../../numbers/values.js'
import type { Finding } from '../../report.js'
import type { Use } from '../../use.js'
import { type Point, uniformLoss } from './course.js'
import type { WatchedOutput } from './watched-model.js'

/** tfjs-vis, as far as it is used: ours to call without importing it. */
export interface Visor {
  render: {
    linechart(container: object, data: object, options?: object): Promise<unknown>
    histogram(container: object, data: readonly number[], options?: object): Promise<unknown>
    table(container: object, data: { headers: string[]; values: unknown[][] }, options?: object): unknown
  }
}

/** What was seen of an output lately: drawn at most four times a second, and once more at the end. */
export interface LiveView {
  show(seen: WatchedOutput, prediction: Values | undefined): void
  end(): Promise<void>
}

const tab = 'ce-lint'
const pause = 250
const mostRows = 1000

export function liveView({ render }: Visor, failed: (error: unknown) => void): LiveView {
  const shown = new Map<WatchedOutput, number[]>()
  let drawnAt = Number.NEGATIVE_INFINITY
  let drawing: Promise<void> | undefined
  let works = true
  const draw = async () => {
    try {
      for (const [seen, sums] of shown) await drawOutput(render, seen, sums)
    } catch (error) {
      if (works) failed(error)
      works = false
    }
    drawnAt = performance.now()
    drawing = undefined
  }
  return {
    show(seen, prediction) {
      shown.set(seen, prediction ? rowSums(prediction) : [])
      if (performance.now() - drawnAt >= pause) drawing ??= draw()
    },
    async end() {
      await drawing
      await draw()
    },
  }
}

async function drawOutput(render: Visor['render'], seen: WatchedOutput, sums: readonly number[]): Promise<void> {
  const { output, points, use, watch } = seen
  const at = (what: string) => ({ name: `${output.name}: ${what}`, tab })
  if (points.length > 0 && use) await drawLoss(render, at('loss'), points, use)
  if (sums.length > 0) await render.histogram(at('row sums of the last batch examined'), sums)
  const findings = watch?.judged().flatMap((each) => each.findings) ?? []
  await render.table(at('findings'), findingsTable(findings))
}

/** The loss, beside where a model starts that prefers no class, and the least that it can be on probabilities. */
async function drawLoss(render: Visor['render'], surface: object, points: readonly Point[], use: Use): Promise<void> {
  const lines = linesFor(use)
  const values = [
    ({ loss }: Point) => loss,
    ...lines.map(
      ({ y }) =>
        () =>
          y,
    ),
  ].map((y) => points.map((point) => ({ x: point.call, y: y(point) })))
  // The library takes a full stop in the name of a series for a path, so numbers stand below the axis.
  const xLabel = ['step', ...lines.map(({ name, y }) => `${name}: ${y.toFixed(4)}`)].join(' · ')
  await render.linechart(
    surface,
    { values, series: ['loss', ...lines.map(({ name }) => name)] },
    { xLabel, yLabel: 'loss', zoomToFit: true },
  )
}

function linesFor(use: Use): { name: string; y: number }[] {
  const uniform = uniformLoss(use)
  const { contract, classes = 1 } = use
  return [
    ...(uniform ? [{ name: 'no class preferred', y: uniform.value }] : []),
    ...(contract.applies === 'softmax' && classes > 1 ? [{ name: 'probabilities at best', y: softmaxFloor(classes, 0) }] : []),
  ]
}

function findingsTable(findings: readonly Finding[]): { headers: string[]; values: string[][] } {
  const values = findings.map(({ severity, rule, message: { what, why, todo } }) => [`${severity} ${rule}`, what, why, todo])
  return {
    headers: ['rule', 'what', 'why', 'what to do'],
    values: values.length > 0 ? values : [['none', 'no misuse found so far', '', '']],
  }
}

function rowSums({ data, shape }: Values): number[] {
  const classes = shape.at(-1) ?? 1
  const rows = Math.min(mostRows, Math.floor(data.length / Math.max(1, classes)))
  return Array.from({ length: rows }, (_, row) => {
    let sum = 0
    for (let i = row * classes; i < (row + 1) * classes; i++) sum += data[i]!
    return sum
  })
}
