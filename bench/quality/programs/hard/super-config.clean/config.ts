export interface ModelConfig {
  inputUnits: number;
  hiddenUnits: number[];
  output: { units: number; activation?: 'softmax' | 'sigmoid' | 'linear' };
  learningRate: number;
}
