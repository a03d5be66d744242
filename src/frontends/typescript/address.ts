/** Whether a specifier is an address, such as `https://esm.sh/react` or `npm:react`. */
export function isAddress(specifier: string): boolean {
  return /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(specifier) && !specifier.startsWith('node:')
}

/**
 * The package that an address serves a file of. Those who serve packages put its name into the path: with a scope, or with a
 * version behind it, or behind `npm`.
 */
export function packageIn(address: string): string | undefined {
  const path = address.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  const [, scoped] = /(?:^|[/:*])(@[\w.-]+\/[\w.-]+)/.exec(path) ?? []
  const [, named] = /(?:^|\/)npm[/:]([\w.-]+)/.exec(path) ?? /^\/(?:v\d+\/|stable\/|pin\/)?\*?([\w.-]+)@/.exec(path) ?? []
  return scoped ?? named
}
