import { ignoredIndexOf, ignoring } from '../src/options.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { type Use, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  index: number
  classes?: number
  oneBased: boolean
  /** The labels are -1 and +1. */
  signed: boolean
  /** The loss can be told an index to skip, such as 255 in images. */
  skips: boolean
}

export const targetOutOfRange = defineRule<Data>({
  name: 'target-out-of-range',
  severity: 'error',
  summary: 'a class index below 0, or not below the number of classes',
  check(use) {
    const target = use.arguments.target
    const range = indexRange(use)
    if (!target || !range) return
    const classes = use.arguments.prediction?.facts.classes ?? use.classes
    const { min, max } = range
    const index = min < 0 ? min : classes !== undefined && max >= classes ? max : undefined
    if (index === undefined) return
    const oneBased = min >= 1 && max === classes
    const signed = target.numbers?.signed === true
    const skips = use.contract.takes.some(({ name }) => ignoring.includes(name))
    return {
      role: 'target',
      certainty: 'proved',
      data: { value: target.text, callee: use.callee, index, classes, oneBased, signed, skips },
    }
  },
  say({ value, callee, index, classes, oneBased, signed, skips }) {
    const range = classes === undefined ? 'at 0' : `at 0 and end at ${classes - 1}`
    return {
      what: headline(`${quote(value)} holds the class index ${index}, but those of ${quote(callee)} start ${range}.`),
      why: 'Such an index names no class: depending on the library the loss stops, or counts the row as 0 without a word.',
      todo: oneBased
        ? 'Subtract 1: the labels are counted from 1.'
        : signed
          ? 'Map -1 and +1 to 0 and 1: (y + 1) / 2.'
          : remedy(index < 0, skips),
    }
  },
})

function remedy(below: boolean, skips: boolean): string {
  const ignored = skips ? ', or name what has no class as the ignored index' : ''
  return below ? `Map the label to a class${ignored}.` : `Map the labels to 0 … C-1, or give the model one output for each class${ignored}.`
}

/** Smallest and largest index that is not ignored; undefined when the target is not known to be indices. */
function indexRange(use: Use): { min: number; max: number } | undefined {
  const numbers = use.arguments.target?.numbers
  if (!numbers || !wants(use.contract, 'target', 'class-indices')) return undefined
  if (numbers.classes > 1 || numbers.fractions > 0 || numbers.nan > 0 || numbers.infinite > 0) return undefined
  if (numbers.kept) return numbers.kept.count > 0 ? numbers.kept : undefined
  const ignored = ignoredIndexOf(use)
  if (numbers.distinct) {
    const kept = numbers.distinct.filter((value) => value !== ignored)
    return kept.length > 0 ? { min: kept[0]!, max: kept.at(-1)! } : undefined
  }
  // With more than 16 values, what lies beyond the ignored one cannot be told.
  return ignored === numbers.min || ignored === numbers.max ? undefined : numbers
}
