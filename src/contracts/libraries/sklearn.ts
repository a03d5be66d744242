import type { Framework } from '../framework.js'
import { option, prediction, target, value, weights } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'sklearn'
const metrics = writer(pkg, 'sklearn 1.4.2, metrics/_classification.py')
const estimators = writer(pkg, 'sklearn 1.4.2, documentation of the estimators', 'Classifier')

const own = [value('self'), value('X')]

/** Estimators of one label a row, whose probabilities sum to 1. */
const classifiers = [
  ...['linear_model.LogisticRegression', 'linear_model.LogisticRegressionCV', 'linear_model.SGDClassifier'],
  ...['ensemble.RandomForestClassifier', 'ensemble.ExtraTreesClassifier', 'ensemble.GradientBoostingClassifier'],
  ...['ensemble.HistGradientBoostingClassifier', 'ensemble.AdaBoostClassifier', 'ensemble.BaggingClassifier'],
  ...['svm.SVC', 'svm.NuSVC', 'neighbors.KNeighborsClassifier', 'tree.DecisionTreeClassifier'],
  ...['naive_bayes.GaussianNB', 'naive_bayes.MultinomialNB', 'naive_bayes.BernoulliNB', 'gaussian_process.GaussianProcessClassifier'],
  ...['discriminant_analysis.LinearDiscriminantAnalysis', 'discriminant_analysis.QuadraticDiscriminantAnalysis'],
]

/** scikit-learn: its log loss is a metric, target first. */
export const sklearn: Framework = {
  package: pkg,
  imports: [`pypi:${pkg}`],
  globals: [],
  shorthand: pkg,
  types: { Tensor: { extends: 'numpy#Tensor' }, Classifier: { chained: 'Classifier' } },
  activations: {},
  lossNames: {},
  entries: [
    metrics.entry('metrics.log_loss', {
      takes: [
        target('y_true', 'class-indices', 'one-hot'),
        prediction('y_pred', 'probabilities'),
        option('eps', 'auto'),
        option('normalize', true),
        weights('sample_weight'),
        option('labels'),
      ],
      applies: 'log',
      axis: 1,
      reduction: 'mean',
      silent: [
        'logits of two classes in one column: they are clipped, and the loss looks perfect',
        'hard predictions of 0 and 1: one error in three costs 12.01',
      ],
      raises: [
        'rows that do not sum to 1: a UserWarning',
        'swapped arguments: a ValueError',
        'fewer classes in y_true than columns: a ValueError that asks for labels',
      ],
    }),
    ...estimators.layers(classifiers, {}),
    estimators.entry('Classifier.fit', { takes: [...own, target('y')], gives: 'itself' }),
    estimators.entry('Classifier.predict_proba', { takes: own, gives: 'distribution', axis: 1 }),
    estimators.entry('Classifier.predict_log_proba', { takes: own, gives: 'log-probabilities', axis: 1 }),
    estimators.entry('Classifier.decision_function', { takes: own, gives: 'logits' }),
  ],
}
