import { describe, expect, it } from 'vitest'
import { isPython } from '../../src/contracts/catalog.js'
import { isLoss } from '../../src/contracts/contract.js'
import { contractById, frameworks } from '../../src/contracts/index.js'
import golden from './libraries-golden.json' with { type: 'json' }
import { messagesIn, numbersIn } from './quoted.js'

const others = frameworks.filter((each) => !['@tensorflow/tfjs', 'torch', 'react', 'ce-lint/runtime'].includes(each.package))
const results: [string, string[]][] = Object.entries(golden).map(([id, calls]) => [id, Object.values(calls).flat().map(String)])

describe('what was recorded by running the libraries (scripts/record-libraries.mjs)', () => {
  it.each(results)('%s: every number and every message of its page', (id, recorded) => {
    const contract = contractById(id)!
    const rounded = recorded.map((each) => Number(each).toFixed(4))
    const texts = [...(contract.silent ?? []), ...(contract.raises ?? [])]
    expect(rounded).toEqual(expect.arrayContaining(texts.flatMap(numbersIn)))
    for (const message of texts.flatMap(messagesIn)) expect(recorded).toContainEqual(expect.stringMatching(message))
    for (const text of texts.filter((each) => /is NaN/.test(each))) expect(recorded, text).toContain('NaN')
  })

  it('softmax is applied once to logits, by all that say so', () => {
    expect(golden['js-pytorch#nn.CrossEntropyLoss'].logits).toBeCloseTo(1.036852, 5)
    expect(golden['deepbox#crossEntropyLoss'].logits).toBeCloseTo(1.036852, 5)
    expect(golden['deepbox#crossEntropyLoss']['logits, one-hot']).toBeCloseTo(1.036852, 5)
    expect(golden['propel#Tensor.softmaxLoss']['logits, indices'][0]).toBeCloseTo(1.036852, 5)
    expect(golden['deeplearn#losses.softmaxCrossEntropy'].logits[0]).toBeCloseTo(
      golden['deeplearn#Graph.softmaxCrossEntropyCost'].logits,
      5,
    )
  })

  it('one column costs nothing', () => {
    for (const loss of ['js-pytorch#nn.CrossEntropyLoss', 'deepbox#crossEntropyLoss', 'deeplearn#losses.softmaxCrossEntropy'] as const)
      for (const value of [golden[loss]['one column']].flat()) expect(value).toBeCloseTo(0, 4)
  })

  it('the order of the arguments is the one that the entries state', () => {
    expect(golden['synaptic#Trainer.cost.CROSS_ENTROPY'].probabilities).toBeCloseTo(0.685179, 5)
    expect(golden['dannjs#lossfuncs.bce'].probabilities).toBeCloseTo(golden['neataptic#methods.cost.CROSS_ENTROPY'].probabilities, 5)
    expect(golden['deepbox#logLoss'].probabilities).toBeCloseTo(0.43375, 4)
    expect(golden['deepbox#nllLoss']['log-probabilities']).toBeCloseTo(1.036852, 5)
    expect(golden['deepbox#klDivLoss'].probabilities).toBeLessThan(0)
  })
})

describe.each(others.map((each) => [each.package, each] as const))('%s', (pkg, framework) => {
  it('has no entry twice, and a source for each', () => {
    expect(new Set(framework.entries.map((each) => each.id)).size).toBe(framework.entries.length)
    for (const entry of framework.entries) expect(entry.source, entry.id).toMatch(/^\S+(?: \d+\.\d+\.\d+)?, \S/)
  })

  it('declares every type that it makes or extends', () => {
    const made = framework.entries.flatMap((each) => (each.makes ? [each.makes.type] : []))
    const bases = Object.values(framework.types).flatMap((each) => each.extends ?? [])
    const declared = frameworks.flatMap(({ package: owner, types }) => Object.keys(types).map((type) => `${owner}#${type}`))
    const named = [...made, ...bases].map((type) => (type.includes('#') ? type : `${pkg}#${type}`))
    expect(declared).toEqual(expect.arrayContaining([...new Set(named)]))
  })

  it('names parameters of its own where it refers to one', () => {
    for (const { id, takes, makes, axisOption, classes, depends } of framework.entries) {
      const named = [makes?.activation?.option, makes?.units, makes?.wraps, axisOption, classes, depends?.option]
      for (const name of named)
        if (typeof name === 'string')
          expect(
            takes.map((each) => each.name),
            id,
          ).toContain(name)
      for (const other of Object.values(depends?.on ?? {})) expect(contractById(other), id).toBeDefined()
    }
  })

  it('names a contract that an option leads to with the option, as the language writes it', () => {
    const written = (value: string) => (isPython(framework) ? `${value[0]?.toUpperCase()}${value.slice(1)}` : value)
    const led = framework.entries.flatMap(({ name, depends }) =>
      Object.entries(depends?.on ?? {}).map(([value, id]) => [`${pkg}#${name}(${depends?.option}=${written(value)})`, id]),
    )
    for (const [expected, id] of led) expect(id).toBe(expected)
    expect(framework.entries.filter(({ name }) => name.includes('(')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(led.map(([, id]) => id)),
    )
    expect(framework.entries.filter(({ name }) => name.includes('('))).toHaveLength(led.length)
  })

  it('has the same parameters and options where an option leads to another contract, whose value is not the standard one', () => {
    for (const each of framework.entries)
      for (const [value, id] of Object.entries(each.depends?.on ?? {})) {
        const other = contractById(id)!
        expect(other.takes.map(({ name }) => name)).toEqual(each.takes.map(({ name }) => name))
        expect(each.takes.find(({ name }) => name === each.depends?.option)?.default).toBe(value !== 'true')
        expect(other.depends).toBeUndefined()
        for (const fact of ['criterion', 'axis', 'reduction', 'weighted'] as const) expect(other[fact]).toEqual(each[fact])
      }
  })

  it('is read or run, as its losses say', () => {
    const losses = framework.entries.filter(isLoss).map((each) => each.id)
    const run = Object.keys(golden).filter((id) => id.startsWith(`${pkg}#`))
    expect(run.length === 0 || run.length === losses.length).toBe(true)
  })
})
