import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { readPage } from './page.js'

const folder = join(import.meta.dirname, '../../rules')
const names = (extension: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .filter((name) => name !== 'index')
    .sort()
const registered = rules.map((rule) => rule.name)

describe('the registry', () => {
  it('has every rule of the folder once', () => {
    expect([...registered].sort()).toEqual(names('.ts'))
  })

  it('has a page for every rule and no other', () => {
    expect(names('.md')).toEqual([...registered].sort())
  })

  it.each(names('.ts'))('exports %s under its name', async (name) => {
    const exported = Object.values(await import(`../../rules/${name}.ts`))
    expect(exported).toHaveLength(1)
    expect(rules).toContain(exported[0])
    expect(exported[0]).toMatchObject({ name })
  })

  it.each(rules.map((rule) => [rule.name, rule] as const))('has a one-line summary of %s', (_, { summary }) => {
    expect(summary).toMatch(/^[^\n.]{10,90}$/)
  })
})

describe.each(rules.map((rule) => [rule.name, rule] as const))('the page of %s', (name, { severity }) => {
  const page = readPage(name)

  it('is named for the rule and states its severity', () => {
    expect(page.title).toBe(name)
    expect(page.text).toMatch(new RegExp(`^# .*\\n\\nSeverity: ${severity}\\b`))
  })

  it('has the headings, and tells of its fixes', () => {
    const fixes = /\bremedies\b/.test(readFileSync(join(folder, `${name}.ts`), 'utf8')) ? ['Fixes'] : []
    expect(page.headings).toEqual([
      ...['What it finds', 'Why it matters', 'Reported', 'Not reported', ...fixes, 'When not to use it', 'References'],
    ])
  })

  it('has examples of both sorts', () => {
    const sections = page.blocks.map((block) => block.section)
    expect(sections).toContain('Reported')
    expect(sections).toContain('Not reported')
  })
})
