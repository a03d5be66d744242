import { Misuse } from '../config/misuse.js'
import { unknownName } from '../config/unknown-name.js'
import { explainContract, explainKind, explainName } from '../contracts/explain.js'
import { contractsNamed, createCatalog } from '../contracts/index.js'
import { kinds } from '../kinds.js'
import { useColor } from './format.js'
import { chooseListFormat, type ListOptions } from './lists.js'
import { terminalMarkdown } from './markdown.js'
import type { Outcome } from './outcome.js'
import { rulePage } from './pages.js'

/** Prints the page of a rule, a kind or a contract. */
export async function explain(name: string, options: ListOptions): Promise<Outcome> {
  const format = chooseListFormat(options.format)
  const { rules } = await import('../../rules/index.js')
  const page = aboutRule(name, rules) ?? aboutKind(name) ?? aboutContract(name)
  if (!page) {
    const names = [...rules.map((rule) => rule.name), ...kinds, ...createCatalog([]).spellings()]
    throw new Misuse(`${unknownName(name, 'rule, kind or contract', names)}. "ce-lint rules" and "ce-lint contracts" list all`)
  }
  if (format === 'json') return { code: 0, text: `${JSON.stringify(page, null, 2)}\n` }
  const color = useColor(options.color, process.env, process.stdout.isTTY === true)
  return { code: 0, text: `${terminalMarkdown(page.markdown, color).trimEnd()}\n` }
}

function aboutRule(name: string, rules: readonly { name: string; severity: string; summary: string }[]) {
  const rule = rules.find((each) => each.name === name)
  if (!rule) return undefined
  const { severity, summary } = rule
  return { type: 'rule', name, severity, summary, markdown: rulePage(name) ?? `# ${name}\n\n${summary}\n` }
}

function aboutKind(name: string) {
  const kind = kinds.find((each) => each === name)
  return kind && { type: 'kind', name, markdown: explainKind(kind) }
}

function aboutContract(name: string) {
  const [contract, ...others] = contractsNamed(name)
  if (!contract) return undefined
  if (others.length > 0)
    return { type: 'contracts', name, contracts: [contract, ...others], markdown: explainName(name, [contract, ...others]) }
  return { type: 'contract', name: contract.id, contract, markdown: explainContract(contract) }
}
