import type { Values } from '../../numbers/values.js'
import type { FileProblem, Report } from '../../report.js'
import { type Judged, makeReport, severe } from '../../run.js'
import type { Use } from '../../use.js'
import type { DiagnoseOptions } from '../diagnose.js'
import { Watch } from '../watch.js'
import { courseText, type Point } from './course.js'
import { judgeOutputs } from './inspect-model.js'
import { type TrainedModel, trainedBy } from './model.js'
import { type Output, outputsOf } from './outputs.js'
import { wrapLosses } from './wrapped-losses.js'

/** One output in training, with what its loss was given and gave. */
export interface WatchedOutput {
  output: Output
  /** Absent where the loss is none that is understood. */
  watch?: Watch
  points: readonly Point[]
  /** All that was seen so far. */
  use?: Use
  /** What the layers alone tell; absent for losses that are no cross-entropy. */
  judged?: Judged
}

export interface WatchedModel {
  outputs: readonly WatchedOutput[]
  /** What the layers alone tell, before the first step. */
  expected: Report
  report(): Report
  summary(): string
  settled(): Promise<void>
  restore(): void
}

/** Sees each look at an output, and the predictions of it. */
type Examined = (seen: WatchedOutput, prediction: Values | undefined) => void

/** Watches the losses of a model from now on, until `restore` is called. `examined` is called after each look. */
export function watchModel(model: TrainedModel, options: DiagnoseOptions, examined: Examined): WatchedModel {
  const trained = trainedBy(model)
  const judgeOne = judgeOutputs(options)
  const problems: FileProblem[] = []
  const outputs = outputsOf(trained, options.contract).map((output) =>
    watchOutput(output, judgeOne(output, undefined, problems), options, examined),
  )
  return {
    outputs,
    expected: makeReport({ judged: outputs.flatMap(({ judged }) => judged ?? []), files: 0, problems }),
    report: () => {
      const seen = outputs.flatMap(({ watch }) => watch?.problems ?? [])
      return makeReport({ judged: outputs.flatMap(judgedSoFar), files: 0, problems: [...problems, ...seen] })
    },
    summary: () => outputs.map((each) => summaryOf(each, outputs.length > 1)).join('\n'),
    settled: async () => void (await Promise.all(outputs.map(({ watch }) => watch?.settled()))),
    restore: wrapLosses(
      trained,
      outputs.map(({ watch }) => watch),
    ),
  }
}

function watchOutput(output: Output, judged: Judged | undefined, options: DiagnoseOptions, examined: Examined): WatchedOutput {
  if (output.loss.is !== 'loss') return { output, judged, points: [] }
  const points: Point[] = []
  const watch: Watch = new Watch(
    output.loss.contract,
    { ...options, name: options.name ?? output.loss.callee },
    {
      expected: output.expected,
      examined: (read, { loss }, use, call) => {
        if (loss !== undefined) points.push({ call, loss })
        seen.use = use
        examined(seen, read.prediction)
      },
      notes: () => (seen.use ? courseText(points, seen.use, isSound(watch)) : []),
    },
  )
  const seen: WatchedOutput = { output, judged, points, watch }
  return seen
}

function isSound(watch: Watch): boolean {
  return watch.judged().every(({ findings }) => !findings.some(({ severity }) => severe(severity, 'warning')))
}

/** What the layers tell, until there are numbers beside it. */
function judgedSoFar({ watch, judged }: WatchedOutput): readonly Judged[] {
  const measured = watch?.judged() ?? []
  return measured.length > 0 || !judged ? measured : [judged]
}

function summaryOf({ output: { name, loss }, watch }: WatchedOutput, several: boolean): string {
  if (watch) return several ? watch.summary().replace('ce-lint: ', `ce-lint: output \`${name}\`: `) : watch.summary()
  const reason = loss.is === 'other' ? `its loss \`${loss.name}\` is no cross-entropy that is known` : `not understood: ${reasonOf(loss)}`
  return `ce-lint: output \`${name}\` was not examined: ${reason}`
}

function reasonOf(loss: Output['loss']): string {
  return loss.is === 'unknown' ? `${loss.reason}; ${loss.remedy}` : ''
}
