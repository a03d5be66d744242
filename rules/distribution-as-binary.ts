import { weaker } from '../src/claims.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { claimed, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  classes?: number
}

export const distributionAsBinary = defineRule<Data>({
  name: 'distribution-as-binary',
  severity: 'warning',
  summary: 'softmax over classes under a binary loss',
  check(use) {
    const { contract } = use
    const prediction = use.arguments.prediction
    const certainty = claimed(prediction, 'distribution')
    const binary = contract.axis === 'elementwise' && contract.applies === 'log' && wants(contract, 'prediction', 'probabilities')
    if (!prediction || !certainty || !binary || claimed(prediction, 'one-hot')) return
    const classes = prediction.facts.classes ?? prediction.numbers?.classes ?? use.classes
    // Over two classes both losses agree, so an unknown count proves nothing.
    if (classes === 2) return
    return {
      role: 'prediction',
      certainty: classes === undefined ? weaker(certainty, 'possible') : certainty,
      data: { value: prediction.text, callee: use.callee, classes },
      remedies: [
        { do: 'loss', classes: 'exclusive' },
        { do: 'activation', gives: 'probabilities' },
      ],
    }
  },
  say({ value, callee, classes }) {
    const count = classes === undefined ? 'the classes' : `${classes} classes`
    return {
      what: headline(`${quote(value)} holds a distribution over ${count}, but ${quote(callee)} is binary.`),
      why: `It takes a two-term loss of each of ${count} instead of the class's logarithm, so the value is not the cross-entropy.`,
      todo: 'Use the categorical cross-entropy, or sigmoid instead of softmax when a row can have several classes.',
    }
  },
})
