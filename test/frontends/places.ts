import { loadFormats } from '../../src/frontends/embedded/formats.js'
import type { NodeOf } from '../../src/graph/graph.js'
import { lowerText } from './print.js'

await loadFormats(['.html', '.vue', '.svelte', '.md'])

/** The calls of `probe` in a file: line and column in the file itself, and what reaches their arguments. */
export function placed(text: string, file: string): string[] {
  const { module, builder, print } = lowerText(text, file)
  return module.calls.flatMap((id) => {
    const { callee, args, span } = builder.nodes[id] as NodeOf<'call'>
    if (print(callee) !== 'probe') return []
    if (!text.slice(span.start, span.end).startsWith('probe(')) throw new Error('a span that is not of the call')
    const before = text.slice(0, span.start).split('\n')
    return [`${before.length}:${before.at(-1)!.length + 1} ${args.map((each) => print(each.node)).join(', ')}`]
  })
}

export function errors(text: string, file: string): string[] {
  return lowerText(text, file).module.errors.map(({ line, column, message }) => `${line}:${column} ${message}`)
}
