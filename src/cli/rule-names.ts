/** Loaded apart, so that commands without rules start without them. */
export async function ruleNames(): Promise<string[]> {
  const { rules } = await import('../../rules/index.js')
  return rules.map((rule) => rule.name)
}
