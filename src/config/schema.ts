import { strengths } from '../claims.js'
import { applications, mutations, roles, transfers } from '../contracts/user.js'
import { kinds } from '../kinds.js'
import { levels } from './config.js'
import type { KnownNames } from './validate.js'

/** JSON schema of `ce-lint.config.json`, for editors; the checks of `validateConfig` in their language. */
export function configSchema({ rules, frameworks }: KnownNames): object {
  const judging = {
    rules: described(
      'Levels by rule name; rules that are not named keep their own.',
      record(Object.fromEntries(rules.map((name) => [name, oneOf(levels)]))),
    ),
    minCertainty: described('Findings that are less certain are left out. "likely" by default.', oneOf(strengths)),
    frameworks: described('Libraries whose calls are judged. All by default.', list(oneOf(frameworks))),
    requireReason: described('A comment that switches a rule off has to give a reason.', { type: 'boolean' }),
  }
  const named = described('The files, as .gitignore patterns relative to this file.', list(word))
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'ce-lint configuration',
    ...record({
      $schema: word,
      files: described('Which files a walk picks up, as .gitignore patterns relative to this file.', list(word)),
      ignores: described('What is left out beside what .gitignore files name, in the same syntax.', list(word)),
      contracts: described('What calls of your own code expect and give back.', list({ $ref: '#/definitions/contract' })),
      overrides: described(
        'What differs in some files; of several that name a file, the later win.',
        list(record({ files: named, ...judging }, ['files'])),
      ),
      ...judging,
    }),
    definitions: { contract, argument },
  }
}

const word = { type: 'string', minLength: 1 }
const always = { const: true }
const integer = { type: 'integer' }
const wordOrNull = { anyOf: [word, { type: 'null' }] }
const given = oneOf([...kinds, ...transfers])

const results = list({ anyOf: [given, { type: 'null' }] })

const argument = record(
  {
    role: oneOf(roles),
    name: word,
    wants: { anyOf: [oneOf(kinds), list(oneOf(kinds))] },
    rest: always,
    required: always,
    default: { type: ['string', 'number', 'boolean', 'null'] },
  },
  ['role'],
)

const made = record(
  {
    type: word,
    gives: given,
    activation: record({ option: word, default: word, none: word }, ['option', 'default']),
    gated: always,
    units: wordOrNull,
    wraps: word,
    layers: word,
    outputs: word,
    last: word,
    results,
    on: word,
  },
  ['type'],
)

const contract = record(
  {
    callee: { anyOf: [word, record({ package: word, name: word }, ['package', 'name'])] },
    takes: list({ $ref: '#/definitions/argument' }),
    applies: oneOf(applications),
    axis: { anyOf: [integer, { const: 'elementwise' }] },
    axisOption: word,
    classes: wordOrNull,
    classesUnless: word,
    config: always,
    criterion: { anyOf: [always, word] },
    property: always,
    gives: given,
    means: word,
    results,
    rank: integer,
    empty: oneOf(['list', 'dict']),
    provides: word,
    makes: made,
    trains: word,
    instead: { type: 'object', additionalProperties: word },
    repairs: word,
    mutates: oneOf(mutations),
    aligns: always,
    broadcasts: { type: 'boolean' },
    bounded: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
    normalises: always,
    ignoreIndex: { type: ['integer', 'null'] },
    reduction: word,
    silent: list(word),
    raises: list(word),
    source: word,
  },
  ['callee'],
)

function record(properties: Record<string, object>, required: readonly string[] = []): object {
  return { type: 'object', properties, additionalProperties: false, ...(required.length > 0 ? { required } : {}) }
}

function list(items: object): object {
  return { type: 'array', items }
}

function oneOf(names: readonly string[]): object {
  return { enum: names }
}

function described(description: string, schema: object): object {
  return { description, ...schema }
}
