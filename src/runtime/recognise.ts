import { spelling } from '../contracts/catalog.js'
import { type Contract, isLoss } from '../contracts/contract.js'
import { contractsNamed, findContract, frameworks, notOneLoss } from '../contracts/index.js'
import { readContracts, type UserContract } from '../contracts/user.js'

/** A loss by any name that people write (`tf.losses.logLoss`, `torch.nn.CrossEntropyLoss`), or what a loss of one's own expects. */
export type LossName = string | UserContract

/** The contract of a named or described loss. Throws a `TypeError` that names the nearest loss, or the key at fault. */
export function namedLoss(given: LossName, parameter: string): Contract {
  if (typeof given !== 'string') {
    if (typeof given !== 'object' || given === null)
      throw new TypeError(`${parameter}: expected the name of a loss, or an object that describes one, got ${String(given)}`)
    return describedLoss(given, parameter)
  }
  const found = findContract(given)
  if (found && isLoss(found)) return found
  throw new TypeError(`${parameter}: ${notOneLoss(given)}`)
}

/** The contract of a loss function that bears a library's mark. A plain name is no evidence, for anyone can use it. */
export function recognised(loss: (...args: never[]) => unknown): Contract {
  const { contract } = markedAs(loss)
  if (contract) return contract
  const example = exampleFor(loss.name) ?? 'tf.losses.softmaxCrossEntropy'
  throw new TypeError(
    `loss: cannot tell what \`${loss.name || 'this function'}\` expects of its arguments; ` +
      `name the loss that it is, as in diagnose(loss, { contract: '${example}' }), or describe it: ` +
      `{ contract: { callee: './losses#mine', takes: [{ role: 'target' }, { role: 'prediction', wants: 'logits' }] } }`,
  )
}

/** A name that means the loss which a function's own name reminds of: as it is written in full, where that is a name. */
function exampleFor(name: string): string | undefined {
  const named = findContract(name)
  if (!named || !isLoss(named)) return undefined
  return findContract(spelling(named)) === named && !spelling(named).includes("'") ? spelling(named) : name
}

/** What a library's mark tells of a function: whether it is a library's at all, and the contract where it is a loss. */
export function markedAs(loss: (...args: never[]) => unknown): { marked: boolean; contract?: Contract } {
  let found = false
  for (const { marks, package: pkg } of frameworks) {
    const marked = marks?.exec(loss.name)?.[1]
    found ||= marked !== undefined
    const own = marked === undefined ? [] : contractsNamed(marked).filter((each) => isLoss(each) && each.package === pkg)
    if (own.length === 1) return { marked: true, contract: own[0]! }
  }
  return { marked: found }
}

function describedLoss(given: UserContract, parameter: string): Contract {
  const { contracts, problems } = readContracts([given])
  const [problem] = problems
  if (problem) throw new TypeError(`${problem.path.replace('contracts[0]', parameter)}: ${problem.message}`)
  const [contract] = contracts
  if (!contract || !isLoss(contract)) throw new TypeError(`${parameter}.takes: expected a parameter with the role 'prediction'`)
  return contract
}
