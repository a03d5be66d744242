import { Misuse } from '../config/misuse.js'
import { unknownName } from '../config/unknown-name.js'
import { columns } from './markdown.js'
import type { Outcome } from './outcome.js'

export interface ListOptions {
  format: string
  color?: boolean
}

export function chooseListFormat(name: string): 'text' | 'json' {
  if (name === 'text' || name === 'json') return name
  throw new Misuse(`--format: ${unknownName(name, 'format', ['text', 'json'])} (text, json)`)
}

/** All rules, in their order of precedence. */
export async function listRules(options: ListOptions): Promise<Outcome> {
  const format = chooseListFormat(options.format)
  const { rules } = await import('../../rules/index.js')
  const list = rules.map(({ name, severity, summary }) => ({ name, severity, summary }))
  const rows = list.map(({ name, severity, summary }) => [name, severity, summary])
  return { code: 0, text: format === 'json' ? json(list) : table([['rule', 'severity', 'finds'], ...rows]) }
}

/** The losses, or with `all` every call that has a contract. */
export async function listContracts(options: ListOptions & { all?: boolean }): Promise<Outcome> {
  const format = chooseListFormat(options.format)
  const { allContracts } = await import('../contracts/index.js')
  const { isLoss } = await import('../contracts/contract.js')
  const { spelling } = await import('../contracts/catalog.js')
  const list = allContracts().filter((contract) => options.all || isLoss(contract))
  if (format === 'json') return { code: 0, text: json(list) }
  const rows = list.map((contract) => {
    const takes = contract.takes.filter(({ role }) => role === 'prediction' || role === 'target' || (role === 'value' && !isLoss(contract)))
    const wanted = takes.map(({ role, wants }) => `${role}: ${wants.join(' or ') || 'any'}`)
    return [spelling(contract), wanted.join(', '), contract.applies ?? '', String(contract.gives ?? contract.makes?.gives ?? '')]
  })
  return { code: 0, text: table([['contract', 'takes, in order', 'applies', 'gives'], ...rows]) }
}

function json(list: unknown): string {
  return `${JSON.stringify(list, null, 2)}\n`
}

function table(rows: readonly string[][]): string {
  return `${columns(rows).join('\n')}\n`
}
