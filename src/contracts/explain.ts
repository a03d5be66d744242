import { type Kind, phrase } from '../kinds.js'
import { spelling } from './catalog.js'
import { collisionsOf } from './collisions.js'
import { type Contract, isLoss, type Parameter } from './contract.js'
import { allContracts } from './index.js'
import { kindPages } from './kind-pages.js'
import { samplesOf } from './samples.js'

/** A page on one contract, in Markdown: what each argument wants, what the call does, what it lets pass. */
export function explainContract(contract: Contract): string {
  const samples = samplesOf(contract)
  return page([
    `# ${spelling(contract)}`,
    sentences(contract).join(' '),
    table(contract),
    samples &&
      `## Right\n\n${code(samples.language, samples.right)}\n\n## Wrong: ${samples.because}\n\n${code(samples.language, samples.wrong)}`,
    bullets('Passes silently', contract.silent),
    bullets('The library refuses', contract.raises),
    bullets(
      'Defects of the library',
      contract.defects?.map(({ when, versions, effect, remedy }) => `When ${when} (${versions}): ${effect}. Remedy: ${remedy}.`),
    ),
    bullets('Easily confused', isLoss(contract) ? collisionsOf(contract) : []),
    mentionsBatch(contract) ? referenceBatch : undefined,
    `Source: ${contract.source}.`,
  ])
}

/** A page on a name that several contracts have, in Markdown: what sets them apart. */
export function explainName(name: string, contracts: readonly Contract[]): string {
  return page([
    `# ${name}`,
    `${contracts.length} contracts have this name, or one that differs in spelling only. They are not the same; \`ce-lint explain\` with one of their full names tells more.`,
    contracts.some(isLoss) ? lossTable(contracts) : operationTable(contracts),
    bullets('Easily confused', [...new Set(contracts.filter(isLoss).flatMap(collisionsOf))]),
  ])
}

function lossTable(contracts: readonly Contract[]): string {
  const rows = contracts.map((each) => {
    const takes = each.takes.filter(({ role }) => role === 'prediction' || role === 'target')
    const wanted = takes.map(({ role, wants }) => `${role}: ${wants.join(' or ') || 'any'}`).join(', ')
    return `| \`${spelling(each)}\` | ${wanted} | ${each.applies ?? ''} | ${each.axis ?? ''} | ${each.reduction ?? ''} |`
  })
  return ['| written | takes, in order | applies | class axis | reduces to |', '|---|---|---|---|---|', ...rows].join('\n')
}

function operationTable(contracts: readonly Contract[]): string {
  const rows = contracts.map((each) => `| \`${spelling(each)}\` | ${each.gives ?? each.makes?.gives ?? ''} | ${each.axis ?? ''} |`)
  return ['| written | gives | class axis |', '|---|---|---|', ...rows].join('\n')
}

const referenceBatch =
  'The reference batch: probabilities [[0.1, 0.7, 0.2], [0.3, 0.4, 0.3]], logits [[1, 3, -1], [-0.5, 0.8, 0.3]], classes 1 and 0.'

function mentionsBatch(contract: Contract): boolean {
  return contract.silent?.some((each) => each.includes('reference batch')) ?? false
}

/** A page on one kind, in Markdown: what it is, how source and numbers tell, and which losses want it. */
export function explainKind(kind: Kind): string {
  const { what, example, proved, refuted, supported, below } = kindPages[kind]
  const losses = allContracts().filter(isLoss)
  const wanting = (role: 'prediction' | 'target') =>
    losses
      .filter((loss) => loss.takes.some((each) => each.role === role && each.wants.includes(kind)))
      .map((loss) => `\`${spelling(loss)}\``)
  return page([
    `# ${kind}`,
    what,
    `Example: \`${example}\``,
    below,
    `| | |\n|---|---|\n| source proves it when | ${proved} |\n| numbers refute it when | ${refuted} |\n| numbers support it when | ${supported} |`,
    bullets('Losses that want it as prediction', wanting('prediction')),
    bullets('Losses that want it as target', wanting('target')),
  ])
}

function sentences(contract: Contract): string[] {
  const found: string[] = []
  if (isLoss(contract)) found.push(...aboutLoss(contract))
  const gives = contract.gives ?? contract.makes?.gives
  if (contract.makes) found.push(`Makes a \`${contract.makes.type}\`.`)
  if (gives)
    found.push(
      `${contract.makes && contract.gives === undefined ? 'Applying it gives' : 'Gives'} ${gives in phrase ? phrase[gives as Kind] : given[gives as Exclude<typeof gives, Kind>]}.`,
    )
  if (contract.bounded) found.push(`No result is outside ${interval(contract.bounded)}.`)
  return found.length > 0 ? found : ['A call that changes no kind.']
}

function aboutLoss(contract: Contract): string[] {
  const first = contract.takes.find((each) => each.role === 'prediction' || each.role === 'target')?.role
  return [
    contract.formula ? 'A loss that is written out in operations, and read from them.' : `A loss that takes the ${first} first.`,
    ...(contract.criterion
      ? [
          typeof contract.criterion === 'string'
            ? `It is made first, then its method \`${contract.criterion}\` is called.`
            : 'It is made first, then called.',
        ]
      : []),
    ...(contract.property ? ['It is chosen by an option of the model, and not called.'] : []),
    ...(contract.depends ? [`With other values of \`${contract.depends.option}\` it is another contract.`] : []),
    applied[contract.applies ?? 'nothing'],
    contract.axis === 'elementwise' ? 'Every entry is judged on its own.' : axisText(contract.axis),
    ...(contract.reduction === 'none'
      ? ['It gives one value a row.']
      : contract.reduction
        ? [`The batch is reduced to its ${contract.reduction}.`]
        : []),
    ...(typeof contract.ignoreIndex === 'number' ? [`Targets equal to ${contract.ignoreIndex} are skipped.`] : []),
  ]
}

const applied: Record<NonNullable<Contract['applies']>, string> = {
  softmax: 'It applies softmax itself, together with the logarithm.',
  sigmoid: 'It applies the sigmoid itself, together with the logarithm.',
  activation: 'It applies an activation itself: softmax, the sigmoid or their like, as options and shapes say.',
  log: 'It applies the logarithm itself, and no activation.',
  nothing: 'It applies neither an activation nor the logarithm.',
}

function axisText(axis: number | undefined): string {
  if (axis === undefined) return 'The class axis is not stated.'
  return axis === -1 ? 'The class axis is the last one.' : `The class axis is ${axis}.`
}

const given = {
  itself: 'its input',
  same: 'the kind of its input',
  shape: 'numbers that may mean anything',
  part: 'some entries of its input, or all with the class axis perhaps moved',
  affine: 'sums or scalings of its input: scores when the input is scores',
  'at-least': 'its first input, cut off below the second: probabilities when the first is and the second is near 0',
  'at-most': 'its first input, cut off above the second: probabilities when the first is and the second is near 1',
  between: 'its input, cut off on both sides',
  log: 'the logarithm of its input: log-probabilities when the input is a distribution',
  exp: 'the exponential of its input: a distribution when the input is log-probabilities',
  tensor: 'the data that is written in the call',
  stack: 'its inputs put side by side, of a kind when all are',
  callback: 'what its function returns',
  applied: 'what the layer or model gives for its input',
  sequence: 'what the layers of a list give, one after another',
  layers: 'the layers as a list',
  layer: 'the layer of that name or place',
  output: 'what the layer or model gives, symbolically',
  outputs: 'what the model gives, symbolically, as a list',
  called: 'what its input gives when it is called',
  wrapped: 'what it is wrapped around',
  state: 'a pair of what is held and a function that sets it',
  cell: 'an object whose field `current` anybody may set',
  provided: 'what its input was given to hand on',
} as const

function interval([low, high]: readonly [number, number]): string {
  return `[${low}, ${high === Infinity ? '∞)' : `${high}]`}`
}

function table(contract: Contract): string | undefined {
  if (contract.takes.length === 0) return undefined
  const rows = contract.takes.map(
    (each, index) => `| ${contract.config ? 'key' : index + 1} | \`${each.name}\` | ${each.role} | ${wanted(each)} |`,
  )
  return ['| place | argument | role | wants |', '|---|---|---|---|', ...rows].join('\n')
}

function wanted({ wants, required, default: standard }: Parameter): string {
  const kindsWanted = wants.map((kind) => phrase[kind]).join(', or ')
  if (kindsWanted) return kindsWanted
  if (required) return 'required'
  return standard === undefined || standard === null ? '' : `default ${JSON.stringify(standard)}`
}

function bullets(heading: string, items: readonly string[] | undefined): string | undefined {
  return items && items.length > 0 ? `## ${heading}\n\n${items.map((item) => `- ${item}`).join('\n')}` : undefined
}

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}

function page(parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}
