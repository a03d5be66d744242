export const ACTIVATIONS = Object.freeze({ HIDDEN: 'relu', OUTPUT: 'linear' });

export const LAYERS = [
  { units: 50, activation: ACTIVATIONS.HIDDEN },
  { units: 25, activation: ACTIVATIONS.HIDDEN },
  { units: 10, activation: ACTIVATIONS.OUTPUT },
];
