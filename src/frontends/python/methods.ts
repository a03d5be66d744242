import { decoratorsOf, definitionIn, part, type Syntax } from './syntax.js'

/** What a function in a class's body is. */
export type MethodKind = 'method' | 'static' | 'class' | 'getter' | 'setter'

export function methodKind(member: Syntax): MethodKind {
  for (const decorator of decoratorsOf(member)) {
    const { text, children } = decorator.children[0]!
    const name = text || children.at(-1)?.text
    if (name === 'staticmethod') return 'static'
    if (name === 'classmethod') return 'class'
    if (name === 'setter') return 'setter'
    if (name !== undefined && properties.has(name)) return 'getter'
  }
  // Python makes this one static by itself.
  return part(definitionIn(member), 'name')?.text === '__new__' ? 'static' : 'method'
}

const properties = new Set(['property', 'cached_property', 'lazy_property', 'abstractproperty'])
