/** What people asked about in public, with the loss that they saw: the same batches go through every way in. */
export const famous = [
  { name: 'the row of the forum', prediction: [[1, 0, 0]], target: [0], value: 0.5514 },
  {
    name: 'the batch of the blog',
    prediction: [
      [0.1, 0.7, 0.2],
      [0.3, 0.4, 0.3],
    ],
    target: [1, 0],
    value: 0.9505,
  },
  {
    name: 'the batch of the blog as scores',
    prediction: [
      [1, 3, -1],
      [-0.5, 0.8, 0.3],
    ],
    target: [1, 0],
    value: undefined,
  },
] as const
