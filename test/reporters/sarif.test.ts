import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/report.js'
import { sarif } from '../../src/reporters/sarif.js'
import { clean, context, doubleSoftmax, report } from './example.js'

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats.default(ajv as never)
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))

function faults(log: unknown): unknown {
  validate(log)
  return validate.errors ?? []
}

describe('sarif', () => {
  const inNotebook = { ...doubleSoftmax, at: { ...doubleSoftmax.at!, file: 'note books/ä #1.ipynb', cell: 3 } }
  const comment = { file: 'train.ts', line: 5, column: 3, endLine: 5, endColumn: 40 }
  const suppressions = [
    { kind: 'comment' as const, reason: 'on purpose', at: comment },
    { kind: 'comment' as const, at: comment },
  ]
  const silenced = { ...doubleSoftmax, suppressions }
  const { loss: _, role: __, ...aboutComment } = { ...doubleSoftmax, rule: 'unused-disable', at: comment }
  const reports: Record<string, Report> = {
    'findings with and without place': report,
    'nothing found': clean,
    'a place in a notebook': { ...clean, findings: [inNotebook] },
    'a silenced finding': { ...clean, suppressed: [silenced] },
    'a finding about a comment': { ...clean, findings: [aboutComment] },
    'a fault of our own': { ...clean, problems: [{ file: 'a.ts', message: 'rule x failed', internal: true }] },
  }

  it.each(Object.entries(reports))('satisfies the published schema: %s', (_, each) => {
    expect(faults(JSON.parse(sarif(each, context)))).toEqual([])
  })

  it('keeps what is silenced, with the reason', () => {
    const [run] = JSON.parse(sarif({ ...report, suppressed: [silenced] }, context)).runs
    expect(run.results.map((each: object) => 'suppressions' in each)).toEqual([false, false, true])
    expect(run.results[2].suppressions).toMatchObject([
      { kind: 'inSource', justification: 'on purpose', location: { physicalLocation: { region: { startLine: 5, endColumn: 40 } } } },
      { kind: 'inSource' },
    ])
    expect(run.results[2].suppressions[1]).not.toHaveProperty('justification')
  })

  it('is judged by a schema that refuses', () => {
    const log = JSON.parse(sarif(report, context))
    log.runs[0].results[0].level = 'fatal'
    log.runs[0].results[1].locations = [{ physicalLocation: { region: { startLine: 0 } } }]
    expect(faults(log)).not.toEqual([])
  })

  it('holds all that a finding says', () => {
    expect(JSON.parse(sarif(report, context)).runs[0].results[0]).toMatchInlineSnapshot(`
      {
        "codeFlows": [
          {
            "threadFlows": [
              {
                "locations": [
                  {
                    "location": {
                      "message": {
                        "text": "and here",
                      },
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "model.ts",
                        },
                        "region": {
                          "endColumn": 22,
                          "endLine": 2,
                          "startColumn": 9,
                          "startLine": 2,
                        },
                      },
                    },
                  },
                  {
                    "location": {
                      "message": {
                        "text": "softmax applied here",
                      },
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "train.ts",
                        },
                        "region": {
                          "endColumn": 34,
                          "endLine": 4,
                          "startColumn": 15,
                          "startLine": 4,
                        },
                      },
                    },
                  },
                  {
                    "location": {
                      "message": {
                        "text": "\`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits.",
                      },
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "train.ts",
                        },
                        "region": {
                          "endColumn": 52,
                          "endLine": 6,
                          "startColumn": 47,
                          "startLine": 6,
                        },
                      },
                    },
                  },
                ],
              },
            ],
          },
        ],
        "fixes": [
          {
            "artifactChanges": [
              {
                "artifactLocation": {
                  "uri": "train.ts",
                },
                "replacements": [
                  {
                    "deletedRegion": {
                      "endColumn": 52,
                      "endLine": 6,
                      "startColumn": 47,
                      "startLine": 6,
                    },
                    "insertedContent": {
                      "text": "head(x)",
                    },
                  },
                ],
              },
            ],
            "description": {
              "text": "Pass \`head(x)\`",
            },
          },
        ],
        "level": "error",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "train.ts",
              },
              "region": {
                "endColumn": 52,
                "endLine": 6,
                "startColumn": 47,
                "startLine": 6,
              },
            },
          },
        ],
        "message": {
          "text": "\`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits. It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes. Pass the value before softmax (line 4).",
        },
        "partialFingerprints": {
          "ceLint/v1": "00c0ffee00c0ffee",
        },
        "properties": {
          "certainty": "proved",
          "data": {
            "classes": 10,
            "got": "distribution",
          },
          "loss": "@tensorflow/tfjs#losses.softmaxCrossEntropy",
          "role": "prediction",
        },
        "relatedLocations": [
          {
            "id": 0,
            "message": {
              "text": "softmax applied here",
            },
            "physicalLocation": {
              "artifactLocation": {
                "uri": "train.ts",
              },
              "region": {
                "endColumn": 34,
                "endLine": 4,
                "startColumn": 15,
                "startLine": 4,
              },
            },
          },
          {
            "id": 1,
            "message": {
              "text": "and here",
            },
            "physicalLocation": {
              "artifactLocation": {
                "uri": "model.ts",
              },
              "region": {
                "endColumn": 22,
                "endLine": 2,
                "startColumn": 9,
                "startLine": 2,
              },
            },
          },
        ],
        "ruleId": "probabilities-as-logits",
        "ruleIndex": 0,
      }
    `)
  })

  it('describes the rules and the run', () => {
    const [run] = JSON.parse(sarif(report, context)).runs
    expect({ ...run, results: run.results.length }).toMatchInlineSnapshot(`
      {
        "columnKind": "utf16CodeUnits",
        "invocations": [
          {
            "executionSuccessful": true,
            "toolExecutionNotifications": [
              {
                "level": "warning",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "broken.ts",
                      },
                    },
                  },
                ],
                "message": {
                  "text": "does not parse: 3:7 expression expected",
                },
              },
            ],
          },
        ],
        "properties": {
          "summary": {
            "clean": 0,
            "files": 3,
            "findings": {
              "error": 1,
              "info": 0,
              "warning": 1,
            },
            "suppressed": 2,
            "unknown": 1,
            "uses": 3,
          },
        },
        "results": 2,
        "tool": {
          "driver": {
            "name": "ce-lint",
            "rules": [
              {
                "defaultConfiguration": {
                  "level": "error",
                },
                "fullDescription": {
                  "text": "A distribution where logits are expected.",
                },
                "help": {
                  "markdown": "# probabilities-as-logits
      ",
                  "text": "# probabilities-as-logits
      ",
                },
                "id": "probabilities-as-logits",
                "name": "probabilities-as-logits",
                "shortDescription": {
                  "text": "A distribution where logits are expected.",
                },
              },
              {
                "defaultConfiguration": {
                  "level": "warning",
                },
                "id": "saturated-logits",
                "name": "saturated-logits",
                "shortDescription": {
                  "text": "Scores so far apart that softmax is 0 or 1.",
                },
              },
            ],
            "semanticVersion": "0.0.0",
          },
        },
      }
    `)
  })

  it('keeps brackets of source from becoming links', () => {
    const message = { what: '`layers[0](x)` and `a[1]`.', why: 'Why.', todo: 'Do.' }
    const [run] = JSON.parse(sarif({ ...clean, findings: [{ ...doubleSoftmax, message }] }, context)).runs
    expect(run.results[0].message.text).toBe('`layers\\[0](x)` and `a[1]`. Why. Do.')
  })

  it('says that the run failed when ce-lint did', () => {
    expect(JSON.parse(sarif(reports['a fault of our own']!, context)).runs[0].invocations[0].executionSuccessful).toBe(false)
  })

  it('writes paths as URIs, and no region in a notebook', () => {
    expect(JSON.parse(sarif(reports['a place in a notebook']!, context)).runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'note%20books/%C3%A4%20%231.ipynb' },
      properties: { cell: 3, line: 6 },
    })
  })
})
