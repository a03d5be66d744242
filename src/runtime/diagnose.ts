import type { Report } from '../report.js'
import { DiagnosisError } from './diagnosis-error.js'
import { isLibraryTensor } from './libraries/tfjs.js'
import { checkNames } from './option-names.js'
import { type LossName, namedLoss, recognised } from './recognise.js'
import type { RuleOptions } from './selection.js'
import { optionNames } from './settings.js'
import { Watch } from './watch.js'

export { DiagnosisError } from './diagnosis-error.js'

export interface DiagnoseOptions extends RuleOptions {
  /**
   * `warn` (when left out) prints each rule's finding once · `collect` only keeps it · `throw` throws a `DiagnosisError`
   * out of each examined call while the evidence so far holds a finding of severity `warning` or `error`; the loss was
   * computed as always, and its result, which nobody can get at any more, is disposed of.
   */
  onFinding?: 'warn' | 'throw' | 'collect'
  /** What the loss expects, when it is no function of tfjs that can be recognised. */
  contract?: LossName
  /** What messages call the loss. */
  name?: string
  /** Calls examined from the first on; 8 when left out. */
  firstSteps?: number
  /** After those, each n-th call is examined; 64 when left out. */
  every?: number
  /** Rows read of each tensor, others at each call; when left out, as many as hold 4096 entries, and at least four (on a GPU, while they are no more than 8192). */
  rows?: number
  /** Reads all rows of the calls that are examined. */
  full?: boolean
  /** Where warnings go. */
  console?: { warn(message: string): void }
}

export type Loss = (...args: never[]) => unknown

export type Diagnosed<F extends Loss> = F & {
  /** One report for each state that the evidence went through; the last one is of everything so far. */
  reports(): Report[]
  /** What was found, what was not, and what was not looked at: to print at the end of training. */
  summary(): string
  /** Fulfilled when all readings that were asked of a GPU have been judged. */
  settled(): Promise<void>
}

/**
 * Wraps a loss so that some of its calls are examined. The wrapped function has the same arguments, result, gradients,
 * errors, `this`, name and length. Throws a `TypeError` when it cannot tell what the loss expects and no contract says so.
 */
export function diagnose<F extends Loss>(loss: F, options: DiagnoseOptions = {}): Diagnosed<F> {
  if (typeof loss !== 'function') throw new TypeError(`loss: expected a function, got ${loss === null ? 'null' : typeof loss}`)
  checkNames(options, 'options', optionNames)
  const contract = options.contract === undefined ? recognised(loss) : namedLoss(options.contract, 'contract')
  const watch = new Watch(contract, options)
  const extra: Record<PropertyKey, unknown> = {
    reports: () => watch.reports(),
    summary: () => watch.summary(),
    settled: () => watch.settled(),
  }
  return new Proxy(loss, {
    apply: (_, self, args: never[]) => examine(loss, self, args, watch),
    get: (_, key) => (Object.hasOwn(extra, key) ? extra[key] : Reflect.get(loss, key)),
    has: (_, key) => Object.hasOwn(extra, key) || Reflect.has(loss, key),
  }) as Diagnosed<F>
}

/** Calls a wrapped loss, and looks at the call when its turn has come. */
export function examine(loss: Loss, self: unknown, args: never[], watch: Watch): unknown {
  if (!watch.next()) return Reflect.apply(loss, self, args)
  const release = watch.keep(args)
  try {
    return examined(loss, self, args, watch)
  } finally {
    release()
  }
}

function examined(loss: Loss, self: unknown, args: never[], watch: Watch): unknown {
  let result: unknown
  try {
    result = Reflect.apply(loss, self, args)
  } catch (error) {
    // The shapes that the library refuses may be just what explains its error.
    watch.look(args, undefined)
    watch.threw(error)
    watch.takeFault()
    throw error
  }
  watch.look(args, result)
  const fault = watch.takeFault()
  if (!fault) return result
  if (isLibraryTensor(result) && !args.includes(result as never)) (result as { dispose?: () => void }).dispose?.()
  throw new DiagnosisError(fault)
}
