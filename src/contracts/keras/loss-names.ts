const pkg = 'keras'

const compiled = (name: string): string => `${pkg}#compile.${name}`
const made = (name: string): string => `${pkg}#losses.${name}`

const ofNoConcern = [
  'mean_squared_error',
  'mean_absolute_error',
  'mean_absolute_percentage_error',
  'mean_squared_logarithmic_error',
  'MeanSquaredError',
  'MeanAbsoluteError',
  'MeanAbsolutePercentageError',
  'MeanSquaredLogarithmicError',
  ...['mse', 'MSE', 'mae', 'MAE', 'mape', 'MAPE', 'msle', 'MSLE'],
  ...['cosine_similarity', 'CosineSimilarity', 'cosine_proximity', 'cosine'],
  ...['log_cosh', 'LogCosh', 'logcosh', 'huber', 'Huber', 'huber_loss'],
  ...['hinge', 'Hinge', 'squared_hinge', 'SquaredHinge', 'categorical_hinge', 'CategoricalHinge'],
  ...['poisson', 'Poisson', 'dice', 'Dice', 'tversky', 'Tversky', 'circle', 'Circle'],
]

/** Every name that `compile(loss=…)` accepts in Keras 3.16, and those that only Keras 2 does: functions by snake case, classes by camel case. */
export const lossNames: Readonly<Record<string, string | null>> = {
  categorical_crossentropy: compiled('categorical_crossentropy'),
  sparse_categorical_crossentropy: compiled('sparse_categorical_crossentropy'),
  binary_crossentropy: compiled('binary_crossentropy'),
  categorical_focal_crossentropy: compiled('categorical_focal_crossentropy'),
  binary_focal_crossentropy: compiled('binary_focal_crossentropy'),
  kl_divergence: compiled('kl_divergence'),
  ctc: made('ctc'),
  CategoricalCrossentropy: made('CategoricalCrossentropy'),
  SparseCategoricalCrossentropy: made('SparseCategoricalCrossentropy'),
  BinaryCrossentropy: made('BinaryCrossentropy'),
  CategoricalFocalCrossentropy: made('CategoricalFocalCrossentropy'),
  BinaryFocalCrossentropy: made('BinaryFocalCrossentropy'),
  KLDivergence: made('KLDivergence'),
  CTC: made('CTC'),
  bce: compiled('binary_crossentropy'),
  BCE: compiled('binary_crossentropy'),
  kld: compiled('kl_divergence'),
  KLD: compiled('kl_divergence'),
  kullback_leibler_divergence: compiled('kl_divergence'),
  ...Object.fromEntries(ofNoConcern.map((name) => [name, null])),
}
