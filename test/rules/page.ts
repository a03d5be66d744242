import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Block {
  /** Heading of level 2 above it. */
  section: string
  language: string
  text: string
  /** Line of the page where the block starts, for messages. */
  line: number
}

export interface Page {
  title: string
  text: string
  headings: readonly string[]
  blocks: readonly Block[]
}

export function readPage(rule: string): Page {
  const text = readFileSync(join(import.meta.dirname, '../../rules', `${rule}.md`), 'utf8')
  const headings: string[] = []
  const blocks: Block[] = []
  let open: { language: string; line: number; lines: string[] } | undefined
  for (const [i, line] of text.split('\n').entries()) {
    const fence = /^```(\w*)$/.exec(line)
    if (fence && open) {
      blocks.push({ section: headings.at(-1) ?? '', language: open.language, text: open.lines.join('\n'), line: open.line })
      open = undefined
    } else if (fence) open = { language: fence[1] ?? '', line: i + 1, lines: [] }
    else if (open) open.lines.push(line)
    else if (line.startsWith('## ')) headings.push(line.slice(3))
  }
  return { title: /^# (.*)$/m.exec(text)?.[1] ?? '', text, headings, blocks }
}
