import { describe, expect, test } from 'vitest'
import { pinned } from '../../src/frontends/python/pinned.js'
import { lint } from '../../src/index.js'

function versionIn(files: Record<string, string>, name = 'torch', from = 'src/train.py'): string | undefined {
  return pinned(name, from, { read: (path) => files[path], isFile: (path) => path in files })
}

describe('the version of a package that a project asks for', () => {
  test.each([
    ['requirements.txt', 'numpy\ntorch==1.9.1+cu111  # as on the cluster\n', '1.9.1'],
    ['requirements.txt', 'torch[extra] == 2.0\n', '2.0'],
    ['pyproject.toml', '[project]\ndependencies = ["torch==1.8.0"]\n', '1.8.0'],
    ['pyproject.toml', '[tool.poetry.dependencies]\ntorch = "1.8.0"\n', '1.8.0'],
    ['setup.cfg', '[options]\ninstall_requires =\n  torch==1.7\n', '1.7'],
  ])('is read from %s: %j', (file, text, version) => {
    expect(versionIn({ [file]: text })).toBe(version)
  })

  test.each(['torch>=1.4', 'torch = "^1.9"', '# torch==1.9.1', 'pytorch==1.9.1', 'torch-geometric==2.0', 'torchvision==0.10', 'torch'])(
    'is not known from %j',
    (text) => {
      expect(versionIn({ 'requirements.txt': text })).toBeUndefined()
    },
  )

  test('is that of the nearest folder', () => {
    const files = { 'requirements.txt': 'torch==2.0', 'old/requirements.txt': 'torch==1.4' }
    expect(versionIn(files, 'torch', 'old/a/train.py')).toBe('1.4')
    expect(versionIn(files)).toBe('2.0')
  })
})

describe('rows of floats as the target of CrossEntropyLoss', () => {
  const program = `
import torch
import torch.nn as nn
net = nn.Linear(4, 3)
rows = torch.tensor([[0., 0., 1.], [1., 0., 0.]])
nn.CrossEntropyLoss()(net(torch.randn(2, 4)), rows)
`
  const findings = async (requirements: string) => {
    const files = [{ path: 'train.py', text: program }]
    const read = (path: string) => (path === 'requirements.txt' ? requirements : undefined)
    return (await lint({ files, host: { read, isFile: (path) => path === 'requirements.txt' } })).findings
  }

  test('are refused by a pinned version from before 1.10, which took no rows', async () => {
    expect(await findings('torch==1.9.1')).toMatchObject([{ rule: 'one-hot-as-indices', severity: 'error' }])
  })

  test.each(['torch==1.10.0', 'torch>=1.4'])('are taken with %s', async (requirements) => {
    const found = await findings(requirements)
    expect(found).toMatchObject([{ rule: 'one-hot-as-indices', severity: 'info' }])
    expect(found[0]!.message.why).toContain('Since version 1.10')
  })
})
