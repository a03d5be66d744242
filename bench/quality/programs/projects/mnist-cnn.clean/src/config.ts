export const config = {
  image: { width: 28, height: 28, channels: 1 },
  classes: 10,
  filters: [32, 64],
  dense: 128,
  dropout: 0.25,
  training: { epochs: 12, batchSize: 128, learningRate: 1e-3 },
} as const;

export type Config = typeof config;
