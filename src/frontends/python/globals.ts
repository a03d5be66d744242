import { bare, part, parts, type Syntax, stringValue } from './syntax.js'

/** The module's variable that `globals()['name']` is. */
export function globalNamed(node: Syntax): string | undefined {
  const table = node.type === 'subscript' ? bare(part(node, 'value')!) : undefined
  const [key, ...others] = table ? parts(node, 'subscript') : []
  return table && isTable(table) && key && others.length === 0 ? stringValue(key) : undefined
}

function isTable(node: Syntax): boolean {
  return node.type === 'call' && part(node, 'function')?.text === 'globals' && part(node, 'arguments')?.children.length === 0
}

/** Names that `exec('name = value')`, where its text is written out, or `globals().update(name=value)` gives a value. */
export function namesSetBy(call: Syntax): readonly string[] {
  const callee = part(call, 'function')!
  const given = part(call, 'arguments')!.children
  if (callee.type === 'attribute' && part(callee, 'attribute')!.text === 'update' && isTable(part(callee, 'object')!))
    return given.flatMap((each) => (each.type === 'keyword_argument' ? [part(each, 'name')!.text] : []))
  const [text] = callee.text === 'exec' ? given : []
  const code = text && stringValue(text)
  return code === undefined ? [] : [...code.matchAll(/(?:^|[\n;])[ \t]*([A-Za-z_]\w*)[ \t]*=(?!=)/g)].map(([, name]) => name!)
}
