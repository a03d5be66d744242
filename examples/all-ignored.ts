/**
 * Every target is PyTorch's ignore index, so the mean is taken over nothing: 0 / 0 is NaN. The numbers come from
 * elsewhere (a log, a test, another process), so there is no loss function to wrap, only values to inspect.
 */
import { inspectLoss } from 'ce-lint/runtime'

const report = inspectLoss({
  loss: 'torch.nn.CrossEntropyLoss',
  prediction: [
    [1, 3, -1],
    [-0.5, 0.8, 0.3],
  ],
  target: [-100, -100],
  value: Number.NaN,
})

for (const { severity, rule, message } of report.findings) {
  console.log(`${severity} ${rule}\n  ${message.what}\n  ${message.why}\n  ${message.todo}`)
}
