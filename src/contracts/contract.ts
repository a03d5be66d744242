import type { Kind } from '../kinds.js'
import type { Layout } from './layout.js'

/** What an argument is for. `value` is an input of an operation, or one of a loss that has no kind; `option` and `weights` carry no kind. */
export type Role = 'prediction' | 'target' | 'value' | 'weights' | 'option'

export interface Parameter {
  role: Role
  /** The library's own name for it: a key of an options object, a keyword in Python. */
  name: string
  /** Acceptable kinds; empty when any will do. A value of a kind below an acceptable one is acceptable too. */
  wants: readonly Kind[]
  /** Kinds among them that it takes only since a version of the library. */
  since?: Partial<Record<Kind, string>>
  /** Takes all arguments from its place on, or the one list that holds them. */
  rest?: true
  /** The library refuses a call without it. */
  required?: true
  /** What the library takes when the argument is left out. */
  default?: string | number | boolean | null
}

/**
 * How the result follows from the arguments, where it is not simply of a kind.
 * `itself` the first value: cloned, read back, moved between devices · `same` every entry and every row of it, reshaped,
 * reordered or clipped · `shape` none of its numbers, only its shape ·
 * `part` some of its entries: rows or columns, it cannot be told which · `affine` sums, differences, scalings: scores if
 * any operand is scores, else unknown (a matrix product is simply `logits`: any real number) · `at-least`, `at-most`
 * the first value, cut off at the second: probabilities stay what they are at a limit near 0 or 1 · `between` the first value,
 * cut off at its first two options · `log`, `exp` elementwise ·
 * `tensor` the literal data of the first argument · `stack` several values put side by side: of a kind when all are ·
 * `callback` what the last function argument returns · `applied` the receiver (a layer, a model) applied to the first value ·
 * `sequence` the first value through the list of layers that is the option `layers` ·
 * `called` the first value, called with the second · `layers` the receiver's layers as a list · `layer` the one of them that its
 * options name or count · `wrapped` what it is wrapped around · `output` what the receiver gives, symbolically · `outputs` that as a list ·
 * `state` a pair of what is held, at first the first argument (or what that function returns), and a function that sets it ·
 * `cell` an object whose field `current`, at first the first argument, anybody may set ·
 * `provided` what the first argument, an object with a method that has `provides`, was given there, or its first option.
 */
export type Transfer =
  | 'itself'
  | 'same'
  | 'shape'
  | 'part'
  | 'affine'
  | 'at-least'
  | 'at-most'
  | 'between'
  | 'log'
  | 'exp'
  | 'tensor'
  | 'stack'
  | 'callback'
  | 'applied'
  | 'sequence'
  | 'layers'
  | 'layer'
  | 'output'
  | 'outputs'
  | 'called'
  | 'wrapped'
  | 'state'
  | 'cell'
  | 'provided'

/**
 * What a call computes, where a loss is written out in calls. `total`, `average` over entries, along axes or all of them ·
 * `dot` products, summed · `pick` entries by their indices · `choice` between the second and the third value by the first.
 */
export type Computation =
  | 'product'
  | 'quotient'
  | 'sum'
  | 'difference'
  | 'negation'
  | 'total'
  | 'average'
  | 'dot'
  | 'pick'
  | 'choice'
  | 'ones'
  | 'exp'
  | 'softmax'
  | 'log'
  | 'log-softmax'
  | 'log-sigmoid'
  | 'log-sum-exp'

/**
 * A library object that a call makes: a layer, a model. Without `gives`, `wraps`, `layers` or `outputs` it is opaque:
 * source cannot show what applying it gives (a loaded model). Options are looked up by name.
 */
export interface Made {
  /** The library's type, on which methods are looked up: `Sequential`, `Layer`. */
  type: string
  /** What applying it gives, before its activation: `logits` for a dense layer, `same` for a dropout. */
  gives?: Kind | Transfer
  /** Activation: option that names it (one of the framework's `activations`) or is it, and what stands when it is left out, or given as none. */
  activation?: { option: string; default: string; none?: string }
  /** Gates multiply what the activation gives, entry by entry: a row does not sum to what it did. */
  gated?: true
  /** Option that holds the number of output units, hence the class count, or the shape of a row; `null`: not that of the input. */
  units?: string | null
  /** Option that holds a wrapped layer whose result is the result. */
  wraps?: string
  /** Option, or `args` for the arguments themselves, that holds the layers in order. */
  layers?: string
  /** Option that holds the symbolic outputs of a functional model. */
  outputs?: string
  /** Path to the member that holds its last layer, in whose place another may be put. */
  last?: string
  /** Applying it gives a tuple: what each item is; of `null` nothing is known. */
  results?: readonly (Kind | Transfer | null)[]
  /** Parameter to which what is made is applied at once, so that the call gives what applying it gives: a layer that is a function. */
  on?: string
}

/** What a call expects of each argument and what it gives back. Written by us for libraries, by users for their own code. */
export interface Contract extends Layout {
  /** `package#dotted.name`, such as `@tensorflow/tfjs#losses.softmaxCrossEntropy`. */
  id: string
  package: string
  name: string
  takes: readonly Parameter[]
  /** What the loss applies to the prediction itself, before or with the logarithm; `activation`: one of several, as its options or the shapes say. */
  applies?: 'softmax' | 'sigmoid' | 'activation' | 'log' | 'nothing'
  /** The class axis of a loss, or the axis along which an operation normalises when the caller names none. */
  axis?: number | 'elementwise'
  /** Option with which the caller names another axis. */
  axisOption?: string
  /**
   * Parameter that tells the size of the result's last axis, hence the class count: a number (the depth of a one-hot
   * encoding), a shape, or a tensor with the same last axis (the second operand of a matrix product). `null`: not that of the first value.
   */
  classes?: string | null
  /** Option with which the caller makes another axis the last: then its size is not told. */
  classesUnless?: string
  /** Options come in one object, the call's first argument, instead of by position. */
  config?: true
  /**
   * A class or factory of a loss. It takes options and weights when it is made, in their order, and the other parameters
   * when its method of this name is called; `true`: when what it made is called itself.
   */
  criterion?: true | string
  /** Option on whose value it depends which contract the call has: ids by value. Any other value leaves it at this one. */
  depends?: { option: string; on: Readonly<Record<string, string>> }
  /** Not called: a property, such as `model.layers`. */
  property?: true
  gives?: Kind | Transfer
  /** What it gives is a weight. */
  learnt?: true
  /** The function of the language that it is another name for. */
  means?: string
  /** The call gives a tuple: what each item is; of `null` nothing is known. */
  results?: readonly (Kind | Transfer | null)[]
  /** What it gives when it is called without a value. */
  empty?: 'list' | 'dict'
  /** Option whose value the receiver hands to all who ask it: a context's provider. */
  provides?: string
  computes?: Computation
  /** Option that names, or is, the method which runs in the place of the one that applying the receiver runs. */
  runs?: string
  makes?: Made
  /** Option of a factory that holds the loss with which the model is trained, or the class of that loss. */
  trains?: string
  /** Contracts that take the place of those of some losses when the factory trains with them. */
  instead?: Readonly<Record<string, string>>
  /**
   * A method that changes its receiver: `add` appends its value as the last layer, `insert` puts it before the one that the option
   * `index` counts, `named` puts it in the place of the one that the option `name` names, or appends it, `extend` appends the layers
   * of a list, `remove-last` takes the last away, `remove-at` the one that the option `key` counts. `result`: the receiver becomes what the call
   * gives. `parts`: its first argument, a function, may change the receiver and its parts. `hook`: its first argument, a function, may make something else of what the receiver gives. A property that is `compile`: assigned, it replaces the losses.
   */
  mutates?:
    | 'append'
    | 'insert'
    | 'named'
    | 'extend'
    | 'result'
    | 'hook'
    | 'remove-last'
    | 'remove-at'
    | 'parts'
    | 'compile'
    | 'train'
    | 'other'
  /** It aligns sequences, flattens its arguments or encodes the target: the shapes of prediction and target say nothing of each other. */
  aligns?: true
  /** Arguments that may be broadcast against each other instead of being refused. */
  broadcasts?: boolean
  /** Weights are multiplied with the losses of the rows (of the entries, where it is elementwise), and broadcast against them. */
  weighsLosses?: true
  /** Interval of the activation's result, for scores that are not free: relu, tanh. */
  bounded?: readonly [low: number, high: number]
  /** The loss divides each row of the prediction by its sum, before the logarithm. */
  normalises?: true
  /** A loss that the project writes out in operations instead of calling it: how, for an example, with the operations of a package. */
  formula?: { of: string; text: string }
  /** Where the library notices probabilities that it takes for scores, and what it does instead: a clause for messages. */
  repairs?: string
  /** Weighted, averaged over the classes or lowered by an entropy: no bound of the cross-entropy holds for its value. */
  weighted?: true
  /** Target value that is skipped, when the caller sets none. */
  ignoreIndex?: number | null
  /** Loss that divides by nothing else than the count: how the batch is reduced by default. */
  reduction?: string
  /** Defects of a published version that a call can hit. */
  defects?: readonly Defect[]
  /** What misuse passes silently, and what the library itself refuses: shown by `explain`. */
  silent?: readonly string[]
  raises?: readonly string[]
  /** Where the facts come from: a source file of the library, a documentation page. */
  source: string
}

/** A fault of the library itself. The texts are clauses for messages; `hit` says which calls meet it: all of its conditions hold. */
export interface Defect {
  when: string
  /** Published versions, in npm range syntax. */
  versions: string
  effect: string
  remedy: string
  hit: {
    /** The caller gives this option, and not with its standard value. */
    option?: string
    /** The target is of this dtype. */
    targetDtype?: string
    /** The target has at least this many axes. */
    targetRank?: number
  }
}

/** Writes an entry of a framework's file. */
export function call(
  pkg: string,
  name: string,
  facts: Omit<Contract, 'id' | 'package' | 'name' | 'takes'> & { takes?: readonly Parameter[] },
): Contract {
  return { takes: [], ...facts, id: `${pkg}#${name}`, package: pkg, name }
}

/** Parameters of the making of a criterion object, and of its call; of any other contract all are of the call. */
export function madeWith({ takes }: Contract): readonly Parameter[] {
  return takes.filter(({ role }) => role === 'option' || role === 'weights')
}

export function calledWith({ criterion, takes }: Contract): readonly Parameter[] {
  return criterion ? takes.filter(({ role }) => role !== 'option' && role !== 'weights') : takes
}

/** A loss is a call that takes a prediction. */
export function isLoss(contract: Contract): boolean {
  return contract.takes.some((parameter) => parameter.role === 'prediction')
}
