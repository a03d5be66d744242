export let output = 'softmax';

export function useRawScores() {
  output = 'linear';
}
