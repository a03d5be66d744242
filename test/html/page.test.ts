import { describe, expect, it } from 'vitest'
import { toHTML } from '../../src/html/index.js'
import { inspectLoss } from '../../src/runtime/index.js'
import { batch } from '../contracts/tf.js'
import { report as example } from '../reporters/example.js'

const { probabilities, logits, classes } = batch
const report = inspectLoss({ loss: 'torch.nn.CrossEntropyLoss', prediction: probabilities, target: classes })

describe('the page of a report', () => {
  it('holds the findings with what to do, and its pictures', () => {
    const page = toHTML(report)
    const [finding] = report.findings
    expect(page).toContain(finding!.message.todo)
    expect(page).toContain(`<p>Seen: ${finding!.evidence![0]}.</p>`)
    expect(page).toContain('0.5514 to 1.5514')
    expect(page).toContain('loss 0.95051')
    expect(page.match(/<svg /g)).toHaveLength(6)
  })

  it('draws the line of an undecided model dashed, also when there is no other', () => {
    const alone = toHTML(inspectLoss({ loss: 'torch.nn.CrossEntropyLoss', prediction: logits }))
    expect(alone).toContain('the dashed line')
    expect(alone).toContain('stroke-dasharray')
  })

  it('shortens counts that would not fit beside a drawing', () => {
    const data = Float32Array.from({ length: 30000 }, (_, i) => (i % 3) - 1)
    const page = toHTML(inspectLoss({ loss: 'torch.nn.CrossEntropyLoss', prediction: { data, shape: [10000, 3] } }))
    expect(page.includes('>12K<')).toBe(true)
  })

  it('has no names that two of its drawings could share', () => {
    expect(toHTML(report)).not.toMatch(/\s(id|class)="z|url\(#/)
  })

  it('loads nothing and runs nothing', () => {
    const page = toHTML(report)
    expect(page).not.toMatch(/<script|<link|<img|@import|url\((?!#)|\son\w+=/i)
    expect(page.match(/https?:\/\/[^"' <]+/g)?.every((url) => url.startsWith('http://www.w3.org/'))).toBe(true)
  })

  it('is the same each time, and that of a stored report', () => {
    expect(toHTML(report)).toBe(toHTML(JSON.parse(JSON.stringify(report))))
  })

  it('says so where nothing was found, and why', () => {
    const clean = toHTML(inspectLoss({ loss: 'torch.nn.CrossEntropyLoss', prediction: logits, target: classes }))
    expect(clean).toMatch(/no misuse found[\s\S]*It holds logits: entries from -1 to 3/)
  })

  it('takes names for text', () => {
    const [use] = report.uses
    const evil = '<img src=x onerror="alert(1)">'
    const picture = { ...use!.picture!, prediction: { name: evil, shape: [1], dtype: evil } }
    const page = toHTML({
      ...report,
      uses: [{ ...use!, at: { file: evil, line: 1, column: 1, endLine: 1, endColumn: 1 }, picture }],
      problems: [{ file: evil, message: evil }],
    })
    expect(page).not.toContain('<img')
  })

  it('shows a report of source, too', () => {
    for (const { message } of example.findings) expect(toHTML(example)).toContain(message.todo.replace(/`([^`]*)`/g, '<code>$1</code>'))
  })
})
