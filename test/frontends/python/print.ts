import { notebook } from '../../../src/frontends/notebook/index.js'
import { python } from '../../../src/frontends/python/index.js'
import { loadParser } from '../../../src/frontends/python/parse.js'
import { lint } from '../../../src/lint.js'
import type { Report } from '../../../src/report.js'
import { type Lowered, lowerWith } from '../print.js'

await loadParser()

export function lowerPython(text: string, file = 'test.py'): Lowered {
  return lowerWith(notebook.handles(file) ? notebook : python, text, file)
}

/** What reaches the arguments of each `probe(…)` in the lines. */
export function probes(...lines: string[]): string[] {
  return lowerPython(`${lines.join('\n')}\n`).probes
}

export function lintFiles(files: Readonly<Record<string, string | readonly string[]>>): Report {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text: typeof text === 'string' ? text : `${text.join('\n')}\n` }))
  return lint({ files: texts })
}

/** What is said of each loss call of the program, which finds PyTorch's functions under `F`; `softmax` where it is given a softmax's output. */
export function judged(...lines: string[]): string[] {
  return verdicts(lintFiles({ 'a.py': ['import torch.nn.functional as F', ...lines] }))
}

export function verdicts({ uses, findings }: Report): string[] {
  return uses.map(({ verdict, at }) => {
    const found = findings.find((each) => each.at?.file === at?.file && each.at?.line === at?.line)
    return found?.rule === 'probabilities-as-logits' ? 'softmax' : (found?.rule ?? verdict)
  })
}
