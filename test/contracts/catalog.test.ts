import { describe, expect, it } from 'vitest'
import { isPython, spelling } from '../../src/contracts/catalog.js'
import { type Contract, isLoss } from '../../src/contracts/contract.js'
import {
  allContracts,
  contractById,
  contractsNamed,
  createCatalog,
  findContract,
  frameworkOf,
  frameworks,
  globalFramework,
  nearestContract,
  notOneLoss,
} from '../../src/contracts/index.js'
import { readContracts } from '../../src/contracts/user.js'
import { lossWords } from '../../src/contracts/words.js'

describe('findContract', () => {
  it.each([
    ['@tensorflow/tfjs#losses.softmaxCrossEntropy', '@tensorflow/tfjs#losses.softmaxCrossEntropy'],
    ['tf.losses.softmaxCrossEntropy', '@tensorflow/tfjs#losses.softmaxCrossEntropy'],
    ['losses.logLoss', '@tensorflow/tfjs#losses.logLoss'],
    ['sigmoidCrossEntropy', '@tensorflow/tfjs#losses.sigmoidCrossEntropy'],
    ['categoricalCrossentropy', '@tensorflow/tfjs#compile.categoricalCrossentropy'],
    ['tf.metrics.categoricalCrossentropy', '@tensorflow/tfjs#metrics.categoricalCrossentropy'],
    ["compile({ loss: 'binaryCrossentropy' })", '@tensorflow/tfjs#compile.binaryCrossentropy'],
    ['tf.layers.dense', '@tensorflow/tfjs#layers.dense'],
    ['torch.nn.CrossEntropyLoss', 'torch#nn.CrossEntropyLoss'],
    ['torch.nn.CrossEntropyLoss()', 'torch#nn.CrossEntropyLoss'],
    ['nn.CrossEntropyLoss', 'torch#nn.CrossEntropyLoss'],
    ['NLLLoss', 'torch#nn.NLLLoss'],
    ['torch.nn.functional.cross_entropy', 'torch#nn.functional.cross_entropy'],
    ['F.cross_entropy', 'torch#nn.functional.cross_entropy'],
    ['kl_div', 'torch#nn.functional.kl_div'],
    [' F.kl_div ', 'torch#nn.functional.kl_div'],
  ])('%s', (text, id) => expect(findContract(text)?.id).toBe(id))

  it.each(['', 'tf', 'logLoss', 'crossEntropy', 'tf.losses', 'meanSquaredError', 'constructor', '__proto__'])('nothing for %j', (text) => {
    expect(findContract(text)).toBeUndefined()
  })

  it('finds every contract by its id', () => {
    for (const contract of allContracts()) expect(contractById(contract.id)).toBe(contract)
  })

  it('finds every loss by how it is written, and every other contract unless an earlier library writes the same', () => {
    const first = new Map<string, Contract>()
    for (const contract of allContracts()) {
      const written = spelling(contract)
      if (!first.has(written)) first.set(written, contract)
      expect(findContract(written)).toBe(isLoss(contract) ? contract : first.get(written))
    }
    const shared = allContracts().filter((each) => first.get(spelling(each)) !== each)
    // TensorFlow and TensorFlow.js are both written `tf`.
    expect(new Set(shared.map((each) => each.package))).toEqual(new Set(['tensorflow']))
  })
})

describe('contractsNamed', () => {
  const spellings = (text: string) => contractsNamed(text).map(spelling)

  it('lists every loss that a name may mean, however it is spelt', () => {
    const all = spellings('crossEntropy')
    expect(all).toEqual(expect.arrayContaining(['torch.nn.CrossEntropyLoss', 'deepbox.crossEntropyLoss', 'jsgrad.Tensor.cross_entropy']))
    expect(spellings('cross_entropy')).toEqual(all)
    expect(spellings('softmaxCrossEntropy')).toContain('deeplearn.Graph.softmaxCrossEntropyCost')
    expect(spellings('logLoss')).toEqual(expect.arrayContaining(['tf.losses.logLoss', 'deepbox.logLoss']))
  })

  it.each(['tf.losses.logLoss', 'F.cross_entropy', 'categoricalCrossentropy', 'NLLLoss'])('gives the one that %s means', (text) => {
    expect(contractsNamed(text)).toEqual([findContract(text)])
  })

  it('a message on a name that is not one tells which there are', () => {
    expect(notOneLoss('logLoss')).toMatch(/^"logLoss" may be tf\.losses\.logLoss or tf\.losses\.log_loss or .*deepbox\.logLoss/)
    expect(notOneLoss('logLos')).toMatch(/^no loss is named "logLos"; the nearest is "/)
    expect(notOneLoss('zebra')).toBe('no loss is named "zebra"')
  })
})

it('nearestContract names what was meant', () => {
  expect(nearestContract('tf.losses.softmaxCrossEntrop')).toBe('tf.losses.softmaxCrossEntropy')
  expect(nearestContract('categoricalCrossEntropy')).toBe('categoricalCrossentropy')
  expect(nearestContract('F.crossentropy')).toBe('F.cross_entropy')
  expect(nearestContract('tf.layers.dens')).toBe('tf.layers.dense')
  expect(nearestContract('zebra')).toBeUndefined()
})

describe('frameworks', () => {
  it.each([
    ['@tensorflow/tfjs', '@tensorflow/tfjs'],
    ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs'],
    ['@tensorflow/tfjs-core/dist/ops/softmax', '@tensorflow/tfjs'],
    ['pypi:torch', 'torch'],
    ['pypi:torch/nn', 'torch'],
    ['pypi:torchvision', 'torchvision'],
    ['pypi:transformers', 'transformers'],
    ['@huggingface/transformers', '@huggingface/transformers'],
    ['deepbox/nn', 'deepbox'],
    ['pypi:keras', 'keras'],
    ['pypi:tensorflow.keras', 'keras'],
    ['pypi:tensorflow', 'tensorflow'],
    ['pypi:tensorflow.compat.v1', 'tensorflow'],
    ['https://esm.sh/@tensorflow/tfjs@4.22.0', '@tensorflow/tfjs'],
    ['https://cdn.jsdelivr.net/npm/@tensorflow/tfjs-core@4/dist/tf-core.esm.js', '@tensorflow/tfjs'],
    ['npm:@frost-beta/mlx@0.0.7', '@frost-beta/mlx'],
    ['jsr:@jsgrad/jsgrad', '@jsgrad/jsgrad'],
    ['https://esm.sh/jsr/@jsgrad/jsgrad', '@jsgrad/jsgrad'],
  ])('%s leads to %s', (specifier, pkg) => expect(frameworkOf(specifier)?.package).toBe(pkg))

  it.each([
    '@tensorflow/tfjs-vis',
    '@tensorflow/tfjs2',
    'torch',
    'torch/nn',
    'pypi:torchaudio',
    'torchvision',
    'transformers',
    './torch',
    'pytorch',
    'https://example.org/propel',
    'keras',
    'tensorflow',
  ])('%s leads nowhere', (specifier) => {
    expect(frameworkOf(specifier)).toBeUndefined()
  })

  it('global names are those of script tags', () => {
    expect(globalFramework('tf')?.package).toBe('@tensorflow/tfjs')
    expect(globalFramework('torch')).toBeUndefined()
  })

  it('every entry belongs to its framework, and every loss says what it applies and where its classes are', () => {
    for (const framework of frameworks)
      for (const entry of framework.entries) {
        expect(entry.id).toBe(`${framework.package}#${entry.name}`)
        if (!isLoss(entry)) continue
        expect(entry.takes.map((each) => each.role)).toContain('target')
        expect(entry).toMatchObject({ applies: expect.any(String), axis: expect.anything(), reduction: expect.any(String) })
      }
  })
})

describe('operators', () => {
  const computed = { '+': 'sum', '-': 'difference', '*': 'product', '/': 'quotient', '-x': 'negation' }
  const operating = frameworks.filter((framework) => framework.operators)

  it.each(operating.map((each) => [each.package, each] as const))('of %s lead to entries that compute what they say', (pkg, framework) => {
    const { '@': product, ...others } = framework.operators!
    expect(contractById(`${pkg}#${product}`)?.gives).toBe('logits')
    const computes = Object.entries(others).map(([sign, name]) => [sign, contractById(`${pkg}#${name}`)?.computes])
    expect(Object.fromEntries(computes)).toEqual(computed)
  })

  it('are those of every library that computes sums in Python, and of no other', () => {
    const adding = frameworks.filter((each) => isPython(each) && each.entries.some(({ computes }) => computes === 'sum'))
    expect(operating).toEqual(adding)
  })
})

describe("a catalogue with a user's contracts", () => {
  const { contracts } = readContracts([
    {
      callee: './src/losses#focalLoss',
      takes: [
        { role: 'prediction', wants: 'logits' },
        { role: 'target', wants: 'class-indices' },
      ],
    },
    { callee: 'tf.losses.logLoss', takes: [{ role: 'target' }, { role: 'prediction' }] },
  ])
  const catalog = createCatalog(contracts)

  it.each(['src/losses.ts', 'src/losses.js', 'src/losses.mts', 'src/losses/index.ts', 'src/losses.py'])('is found in %s', (file) => {
    expect(catalog.byUser(file, 'focalLoss')?.id).toBe('./src/losses#focalLoss')
  })

  it.each([
    ['src/losses.ts', 'diceLoss'],
    ['lib/src/losses.ts', 'focalLoss'],
    ['src/losses/focal.ts', 'focalLoss'],
  ])('is not found in %s as %s', (file, name) => expect(catalog.byUser(file, name)).toBeUndefined())

  it('replaces the contract of a library', () => {
    expect(catalog.lookup('@tensorflow/tfjs', ['losses', 'logLoss'])?.source).toBe('configuration')
    expect(createCatalog([]).lookup('@tensorflow/tfjs', ['losses', 'logLoss'])?.source).not.toBe('configuration')
  })

  it('adds its words to those of the scan', () => {
    const words = lossWords(catalog)
    expect(words).toEqual(
      expect.arrayContaining(['focalLoss', 'softmaxCrossEntropy', 'categoricalCrossentropy', 'cross_entropy', 'BCELoss']),
    )
    expect(words).toEqual(expect.arrayContaining(['categorical_crossentropy', 'softmax_cross_entropy_with_logits', 'CTC']))
    for (const none of ['meanSquaredError', 'mse', 'keras']) expect(words).not.toContain(none)
    expect(words.filter((word) => /[^\w$@/.-]/.test(word))).toEqual([])
    expect(words).toEqual([...new Set(words)].sort())
  })
})
