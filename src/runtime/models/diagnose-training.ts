import type { Report } from '../../report.js'
import { makeReport, severe } from '../../run.js'
import type { DiagnoseOptions } from '../diagnose.js'
import { DiagnosisError } from '../diagnosis-error.js'
import { checkNames, type Names } from '../option-names.js'
import { namedLoss } from '../recognise.js'
import { checked, optionNames } from '../settings.js'
import { callbackList, type Handlers } from './callback-list.js'
import { judgeOutputs } from './inspect-model.js'
import { type LiveView, liveView, type Visor } from './live-view.js'
import { checkedModel, isModel, type ModelLike, type TrainedModel } from './model.js'
import { type WatchedModel, watchModel } from './watched-model.js'

export interface TrainingOptions extends Omit<DiagnoseOptions, 'console'> {
  /** The model that is trained: needed only in a list that begins with a plain callback, where the library hands it to none. */
  model?: ModelLike
  /** tfjs-vis, to see the training in the page: `tfvis` as it is loaded. */
  visor?: Visor
  /** Where findings and the summary go. */
  console?: { warn(message: string): void; log(message: string): void }
}

export interface TrainingDiagnosis extends Handlers {
  /** All that was found so far, with one use for each output. */
  report(): Report
  /** What was found, what was not, and what was not looked at, as it is printed at the end of training. */
  summary(): string
  /** Fulfilled when all readings that were asked of a GPU have been judged. */
  settled(): Promise<void>
}

const trainingNames: Names<TrainingOptions> = { ...optionNames, model: true, visor: true }

/**
 * A callback for `fit` and `fitDataset` of tfjs: it holds the last layers against the compiled losses, examines what the losses are
 * given in the first steps and then now and again, and prints one summary at the end, also when all is well. Losses, gradients and
 * weights are those of a training without it. Throws a `TypeError` for options that it does not know.
 */
export function diagnoseTraining(options: TrainingOptions = {}): TrainingDiagnosis {
  checkNames(options, 'options', trainingNames)
  const console = options.console ?? globalThis.console
  const { onFinding } = checked({ ...options, console })
  if (options.contract !== undefined) namedLoss(options.contract, 'contract')
  judgeOutputs(options)
  let model: TrainedModel | undefined = options.model && checkedModel(options.model, 'model')
  let watched: WatchedModel | undefined
  let view: LiveView | undefined
  let begun = false
  const summary = () => watched?.summary() ?? `ce-lint: ${begun && !model ? noModel : 'no training has begun'}`
  const handlers: TrainingDiagnosis = {
    async onTrainBegin() {
      begun = true
      watched?.restore()
      watched = undefined
      if (!model) return console.warn(`ce-lint: ${noModel}`)
      view = options.visor && liveView(options.visor, (error) => console.warn(`ce-lint: the live view failed: ${String(error)}`))
      try {
        watched = watchModel(model, { ...options, console }, (seen, prediction) => view?.show(seen, prediction))
      } catch (error) {
        return console.warn(`ce-lint: training is not examined: ${String(error)}`)
      }
      const { expected } = watched
      if (onFinding !== 'throw' || !expected.findings.some(({ severity }) => severe(severity, 'warning'))) return
      watched.restore()
      throw new DiagnosisError(expected)
    },
    async onTrainEnd() {
      watched?.restore()
      await watched?.settled()
      await view?.end()
      if (watched && onFinding !== 'collect') console.log(summary())
    },
    report: () => watched?.report() ?? makeReport({ judged: [], files: 0, problems: [] }),
    summary,
    settled: async () => watched?.settled(),
  }
  return callbackList(handlers, (told) => {
    if (isModel(told)) model = told
  })
}

const noModel =
  'training was not examined, because the library does not hand its model to callbacks in a list: write diagnoseTraining({ model })'
