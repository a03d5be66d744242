import { decoratorsOf, definitionIn, part, type Syntax } from './syntax.js'

/** What a function in a class's body is. */
export type MethodKind = 'method' | 'static' | 'class' | 'getter' | 'setter'

export function methodKind(member: Syntax): MethodKind {
  for (const decorator of decoratorsOf(member)) {
    const name = nameOf(decorator)
    if (name === 'staticmethod') return 'static'
    if (name === 'classmethod') return 'class'
    if (name === 'setter') return 'setter'
    if (name !== undefined && properties.has(name)) return 'getter'
  }
  // Python makes this one static by itself.
  return part(definitionIn(member), 'name')?.text === '__new__' ? 'static' : 'method'
}

/** Whether a decorator says what a method is, and does nothing else with it. */
export function isOfLanguage(decorator: Syntax): boolean {
  const name = nameOf(decorator)
  return name !== undefined && (ofLanguage.has(name) || properties.has(name))
}

function nameOf(decorator: Syntax): string | undefined {
  const { text, children } = decorator.children[0]!
  return text || children.at(-1)?.text
}

const ofLanguage = new Set(['staticmethod', 'classmethod', 'setter', 'getter', 'deleter', 'abstractmethod', 'dataclass', 'overload'])

const properties = new Set(['property', 'cached_property', 'lazy_property', 'abstractproperty'])
