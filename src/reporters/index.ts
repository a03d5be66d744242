import type { Format, Reporter } from './reporter.js'

/** Loads one format's reporter, and with it only what that format needs. */
export async function loadReporter(format: Format): Promise<Reporter> {
  return loaders[format]()
}

const loaders: Record<Format, () => Promise<Reporter>> = {
  pretty: async () => (await import('./pretty.js')).pretty,
  concise: async () => (await import('./concise.js')).concise,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  markdown: async () => (await import('./markdown.js')).markdown,
  agent: async () => (await import('./agent.js')).agent,
}
