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
  const draw = async () => {
    try {
      for (const [seen, sums] of shown) await drawOutput(render, seen, sums)
    } catch (error) {
      failed(error)
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
  if (points.length > 0 && use)
    await render.linechart(at('loss'), lossChart(points, use), { xLabel: 'step', yLabel: 'loss', zoomToFit: true })
  if (sums.length > 0) await render.histogram(at('row sums of the last batch examined'), sums)
  const findings = watch?.judged().flatMap((each) => each.findings) ?? []
  await render.table(at('findings'), findingsTable(findings))
}

/** The loss between where a model starts that prefers no class, and the least that it can be on probabilities. */
function lossChart(points: readonly Point[], use: Use): { values: { x: number; y: number }[][]; series: string[] } {
  const across = (y: number) => [points[0]!, points.at(-1)!].map(({ call }) => ({ x: call, y }))
  const uniform = uniformLoss(use)
  const { contract, classes } = use
  const floor = contract.applies === 'softmax' && classes !== undefined && classes > 1 ? softmaxFloor(classes, 0) : undefined
  return {
    values: [
      points.map(({ call, loss }) => ({ x: call, y: loss })),
      ...(uniform ? [across(uniform.value)] : []),
      ...(floor === undefined ? [] : [across(floor)]),
    ],
    series: [
      'loss',
      ...(uniform ? [`no class preferred, ${uniform.text}`] : []),
      ...(floor === undefined ? [] : [`least on probabilities, ${floor.toFixed(4)}`]),
    ],
  }
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
