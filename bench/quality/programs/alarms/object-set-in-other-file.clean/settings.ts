export const settings = { activation: 'softmax' as 'softmax' | 'linear', units: 4 };
