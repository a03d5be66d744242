import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { judge } from '../../src/run.js'
import type { Use } from '../../src/use.js'
import { cases } from './cases.js'

const fired = rules.flatMap((rule) => (cases[rule.name]?.fires ?? []).map((use, i) => ({ name: rule.name, i, use })))

function finding(name: string, use: Use) {
  return judge(
    use,
    rules,
    () => true,
    (rule, error) => expect.fail(`${rule}: ${error}`),
  ).findings.find((each) => each.rule === name)!
}

describe.each(fired)('$name, case $i', ({ name, use }) => {
  const { what, why, todo } = finding(name, use).message

  it('is three sentences, the first of at most 110 characters', () => {
    expect(what.length, what).toBeLessThanOrEqual(110)
    for (const sentence of [what, why, todo]) expect(sentence).toMatch(/^[`A-Z][^?!]*[.]$/)
    for (const sentence of [what, why, todo]) expect(sentence).not.toMatch(/[a-z)`]\. [A-Z]/)
  })

  it('keeps to the words of the house', () => {
    expect(`${what} ${why} ${todo}`).not.toMatch(/\b(invalid|bad|please|undefined|NaN%|null)\b/i)
  })

  it('stays within 110 characters when names are long', () => {
    const long = 'this.trainer.networks.discriminator.predict(batch)'
    const args = Object.entries(use.arguments).map(([role, argument]) => [role, { ...argument, text: long }])
    const renamed = { ...use, callee: 'torch.nn.functional.binary_cross_entropy_with_logits', arguments: Object.fromEntries(args) }
    expect(finding(name, renamed).message.what.length).toBeLessThanOrEqual(110)
  })

  it('has data that survive JSON', () => {
    const { data } = finding(name, use)
    expect(rules.find((rule) => rule.name === name)!.say(JSON.parse(JSON.stringify(data)))).toEqual(finding(name, use).message)
  })
})

it('says', () => {
  const text = fired.map(({ name, use }) => {
    const { severity, certainty, role, message } = finding(name, use)
    return `${severity} ${name} (${certainty}, ${role})\n  ${message.what}\n  ${message.why}\n  ${message.todo}`
  })
  expect(text.join('\n')).toMatchInlineSnapshot(`
    "error swapped-arguments (proved, prediction)
      \`ys\` and \`logits\` are exchanged in \`tf.losses.softmaxCrossEntropy\`, which takes the target first.
      The labels are scored as if the model had made them, so the value says nothing about the model.
      Exchange them, so that the order is \`ys, logits\`.
    error swapped-arguments (proved, prediction)
      \`target\` and \`logits\` are exchanged in \`torch.nn.CrossEntropyLoss\`, which takes the prediction first.
      The labels are scored as if the model had made them, so the value says nothing about the model.
      Exchange them, so that the order is \`logits, target\`.
    error swapped-arguments (proved, prediction)
      \`ys\` and \`probs\` are exchanged in \`tf.losses.softmaxCrossEntropy\`, which takes the target first.
      The labels are scored as if the model had made them, so the value says nothing about the model.
      Exchange them, so that the order is \`ys, probs\`.
    error swapped-arguments (likely, prediction)
      \`ys\` and \`logits\` are exchanged in \`tf.losses.softmaxCrossEntropy\`, which takes the target first.
      The labels are scored as if the model had made them, so the value says nothing about the model.
      Exchange them, so that the order is \`ys, logits\`.
    error swapped-arguments (likely, prediction)
      \`ys\` and \`prediction\` are exchanged in \`tf.losses.softmaxCrossEntropy\`, which takes the target first.
      The labels are scored as if the model had made them, so the value says nothing about the model.
      Exchange them, so that the order is \`ys, prediction\`.
    error swapped-arguments (proved, prediction)
      \`ys\` and \`squashed\` are exchanged in \`tf.losses.logLoss\`, which takes the target first.
      The labels are scored as if the model had made them, so the value says nothing about the model.
      Exchange them, so that the order is \`ys, squashed\`.
    error swapped-arguments (likely, prediction)
      \`output\` and \`labels\` are exchanged in \`tf.losses.softmaxCrossEntropy\`, which takes the target first.
      The labels are scored as if the model had made them, so the value says nothing about the model.
      Exchange them, so that the order is \`output, labels\`.
    error swapped-arguments (likely, prediction)
      \`output\` and \`labels\` are exchanged in \`tf.losses.logLoss\`, which takes the target first.
      The labels are scored as if the model had made them, so the value says nothing about the model.
      Exchange them, so that the order is \`output, labels\`.
    error swapped-arguments (likely, prediction)
      \`output\` and \`labels\` are exchanged in \`torch.nn.CrossEntropyLoss\`, which takes the prediction first.
      The labels are scored as if the model had made them, so the value says nothing about the model.
      Exchange them, so that the order is \`labels, output\`.
    error single-class-softmax (proved, prediction)
      \`logits\` has one class, which \`tf.losses.softmaxCrossEntropy\` turns into 1.
      Softmax of a single score is 1, so the loss of class 0 is exactly 0 with no gradient, and nothing is learnt.
      Give the last layer one unit for each class, or use one unit with sigmoid and a binary cross-entropy.
    error single-class-softmax (proved, prediction)
      \`squashed\` has one class, which \`categoricalCrossentropy\` turns into 1.
      A row of one value divided by its own sum is 1, so the loss is 1.19e-7 whatever the model does, and nothing is learnt.
      Give the last layer one unit for each class, or use one unit with sigmoid and a binary cross-entropy.
    error single-class-softmax (proved, prediction)
      \`probs\` has one class, which softmax turns into 1.
      Softmax of a single score is always 1, so the prediction is constant and nothing is learnt.
      Give the last layer one unit for each class, or use one unit with sigmoid and a binary cross-entropy.
    error single-class-softmax (proved, prediction)
      \`output\` has one class, which \`torch.nn.CrossEntropyLoss\` turns into 1.
      Softmax of a single score is 1, so the loss of class 0 is exactly 0 with no gradient, and nothing is learnt.
      Give the last layer one unit for each class, or use one unit with sigmoid and a binary cross-entropy.
    error wrong-class-axis (proved, prediction)
      \`scores\` [2, 5, 3] has its classes on axis 2, but \`torch.nn.CrossEntropyLoss\` looks on axis 1.
      The loss refuses the shapes; as soon as both axes have one size it compares positions with each other instead of classes.
      Move axis 2 to position 1 before the loss.
    error wrong-class-axis (proved, prediction)
      \`scores\` [8, 3, 32, 32] has its classes on axis 1, but \`sparseCategoricalCrossentropy\` looks on axis 3.
      The loss refuses the shapes; as soon as both axes have one size it compares positions with each other instead of classes.
      Move axis 1 to position 3 before the loss.
    error shape-mismatch (proved, target)
      \`labels\` has shape [8, 1], which does not fit [8] in \`torch.nn.BCEWithLogitsLoss\`.
      The loss refuses the two shapes when it is called.
      Reshape the target so that each row of the prediction has its own target.
    error shape-mismatch (proved, target)
      \`labels\` has shape [1, 3], which does not fit [8, 3] in \`torch.nn.functional.kl_div\`.
      Both are broadcast to [8, 3] without a word, so rows meet the targets of other rows.
      Reshape the target so that each row of the prediction has its own target.
    error shape-mismatch (proved, target)
      \`labels\` has shape [8, 1], which does not fit [8, 3] in \`torch.nn.CrossEntropyLoss\`.
      The loss refuses the two shapes when it is called.
      Reshape the target so that each row of the prediction has its own target.
    error shape-mismatch (proved, target)
      \`labels\` has shape [8, 4], which does not fit [8, 3] in \`tf.losses.softmaxCrossEntropy\`.
      The loss refuses the two shapes when it is called.
      Reshape the target so that each row of the prediction has its own target.
    error shape-mismatch (proved, target)
      \`labels\` has shape [8], which does not fit [3, 8] in \`torch.nn.CrossEntropyLoss\`.
      The loss refuses the two shapes when it is called.
      Transpose the prediction, if its rows are along axis 1; otherwise give each of its rows a target of its own.
    error shape-mismatch (proved, weights)
      \`weights\` has shape [20, 1], which does not fit the losses [20] in \`tf.losses.softmaxCrossEntropy\`.
      Both are broadcast to [20, 20] without a word, so rows meet the weights of other rows.
      Give one weight for each loss: shape [20], or one that is broadcast to it.
    error shape-mismatch (proved, weights)
      \`weights\` has shape [20], which does not fit the losses [20, 5] in \`tf.losses.sigmoidCrossEntropy\`.
      The loss refuses the two shapes when it is called.
      Give one weight for each loss: shape [20, 5], or one that is broadcast to it.
    warning loss-at-floor (likely, prediction)
      \`torch.nn.CrossEntropyLoss\` returned 0.5519, the least it can be on probabilities of 3 classes.
      A perfect softmax output passed as logits gives 0.5514 = ln(1 + 2/e), and the loss stays there.
      Look for a softmax before the loss, and pass the scores from before it.
    error non-finite-input (proved, prediction)
      \`output\` holds NaN in 1 entry (first at [1, 0]).
      One such entry makes the mean of the loss NaN or infinite, and with it every gradient.
      Look for a division by 0, the logarithm of 0 or a step that is too large before this call.
    error non-finite-input (proved, prediction)
      \`output\` holds Infinity in 1 entry (first at [0, 1]).
      One such entry makes the mean of the loss NaN or infinite, and with it every gradient.
      Look for a division by 0, the logarithm of 0 or a step that is too large before this call.
    error non-finite-input (proved, prediction)
      \`output\` holds -Infinity in 1 entry (first at [0, 1]).
      One such entry makes the mean of the loss NaN or infinite, and with it every gradient.
      Look for a division by 0, the logarithm of 0 or a step that is too large before this call.
    error non-finite-input (proved, target)
      \`labels\` holds NaN in 1 entry (first at [0, 0]).
      One such entry makes the mean of the loss NaN or infinite, and with it every gradient.
      Look for labels that are missing in the data, or a division by 0 before this call.
    error wrong-softmax-axis (likely, prediction)
      \`logProbs\` is normalised along axis 0, but \`torch.nn.NLLLoss\` has its classes on axis 1.
      Values along the class axis do not sum to 1, and the loss of one position depends on the others.
      Normalise along axis 1.
    error wrong-softmax-axis (proved, prediction)
      \`probs\` is normalised along axis 0, but \`categoricalCrossentropy\` has its classes on axis -1.
      Values along the class axis do not sum to 1, and the loss of one position depends on the others.
      Normalise along axis -1.
    error wrong-softmax-axis (likely, prediction)
      \`logProbs\` is normalised along axis 0, but \`torch.nn.CrossEntropyLoss\` has its classes on axis 1.
      Values along the class axis do not sum to 1, and the loss of one position depends on the others.
      Pass the raw scores: the loss normalises them itself.
    error wrong-softmax-axis (likely, prediction)
      \`output\` is normalised along axis 0, but \`categoricalCrossentropy\` has its classes on axis -1.
      Values along the class axis do not sum to 1, and the loss of one position depends on the others.
      Normalise along axis -1.
    error probabilities-as-logits (proved, prediction)
      \`probs\` holds a distribution, but \`tf.losses.softmaxCrossEntropy\` expects logits.
      It applies softmax itself, so the loss cannot fall below 1.4612 = ln(1 + 9/e) with 10 classes, and gradients shrink.
      Pass the raw scores, as they are before \`softmax\`.
    error probabilities-as-logits (proved, prediction)
      \`probs\` holds a distribution, but \`tf.losses.softmaxCrossEntropy\` expects logits.
      It applies softmax itself, so the loss cannot fall below ln(1 + (C-1)/e) for C classes, and gradients shrink.
      Pass the raw scores, as they are before \`softmax\`.
    error probabilities-as-logits (proved, prediction)
      \`squashed\` holds probabilities, but \`tf.losses.softmaxCrossEntropy\` expects logits.
      It applies softmax itself, so the loss cannot fall below 0.5514 = ln(1 + 2/e) with 3 classes, and gradients shrink.
      Pass the raw scores, as they are before \`sigmoid\`.
    error probabilities-as-logits (proved, prediction)
      \`probs\` holds a distribution, but \`criterion\` expects logits.
      It applies softmax itself, so the loss cannot fall below 0.5514 = ln(1 + 2/e) with 3 classes, and gradients shrink; Keras on the TensorFlow backend warns and takes the scores from before the activation instead.
      Pass the raw scores, as they are before \`softmax\`.
    error probabilities-as-logits (proved, prediction)
      \`squashed\` holds probabilities, but \`tf.losses.sigmoidCrossEntropy\` expects logits.
      It applies sigmoid itself, so the loss cannot fall below 0.3133 for positives and 0.6931 for negatives.
      Pass the raw scores, as they are before \`sigmoid\`.
    error probabilities-as-logits (proved, prediction)
      \`probs\` holds a distribution, but \`tf.losses.sigmoidCrossEntropy\` expects logits.
      It applies sigmoid itself, so the loss cannot fall below 0.3133 for positives and 0.6931 for negatives.
      Pass the raw scores, as they are before \`softmax\`.
    error probabilities-as-logits (likely, prediction)
      \`output\` holds a distribution, but \`torch.nn.CrossEntropyLoss\` expects logits.
      It applies softmax itself, so the loss cannot fall below 0.5514 = ln(1 + 2/e) with 3 classes, and gradients shrink.
      Pass the raw scores, as they are before softmax.
    error probabilities-as-logits (proved, prediction)
      \`output\` holds a distribution, but \`torch.nn.CrossEntropyLoss\` expects logits.
      It applies softmax itself, so the loss cannot fall below 0.9048 = ln(1 + 4/e) with 5 classes, and gradients shrink.
      Pass the raw scores, as they are before softmax.
    info log-probabilities-as-logits (proved, prediction)
      \`logProbs\` holds log-probabilities, but \`torch.nn.CrossEntropyLoss\` expects logits.
      It applies log-softmax itself, and log-softmax of log-probabilities changes nothing: same value, same gradient.
      Leave out \`logSoftmax\` and pass the logits.
    error log-probabilities-as-logits (proved, prediction)
      \`logProbs\` holds log-probabilities, but \`tf.losses.sigmoidCrossEntropy\` expects logits.
      No log-probability is above 0, so its sigmoid is at most 0.5 and the loss of a positive cannot fall below 0.6931.
      Leave out \`logSoftmax\` and pass the logits.
    error logits-as-probabilities (proved, prediction)
      \`logits\` holds logits, but \`categoricalCrossentropy\` expects a distribution.
      It takes the logarithm of each value, so a score outside [0, 1] is refused, clipped to a constant without gradient, or becomes NaN.
      Apply softmax before the loss, or use the variant of the loss that takes logits.
    error logits-as-probabilities (proved, prediction)
      \`logits\` holds logits, but \`binaryCrossentropy\` expects probabilities.
      It takes the logarithm of each value, so a score outside [0, 1] is refused, clipped to a constant without gradient, or becomes NaN.
      Apply sigmoid before the loss, or use the variant of the loss that takes logits.
    error logits-as-probabilities (proved, prediction)
      \`logits\` holds logits, but \`keras.losses.CategoricalCrossentropy\` expects a distribution.
      It takes the logarithm of each value, so a score outside [0, 1] is refused, clipped to a constant without gradient, or becomes NaN.
      Apply softmax before the loss, or use the loss with \`from_logits=True\`.
    error logits-as-probabilities (proved, prediction)
      \`output\` holds logits, but \`tf.losses.logLoss\` expects probabilities.
      It takes the logarithm of each value, so a score outside [0, 1], such as -2.884, is refused, clipped to a constant without gradient, or becomes NaN.
      Apply sigmoid before the loss, or use the variant of the loss that takes logits.
    error logits-as-log-probabilities (proved, prediction)
      \`logits\` holds logits, but \`torch.nn.NLLLoss\` expects log-probabilities.
      It only picks or weighs what it is given, so the loss falls without bound as the scores grow.
      Apply log-softmax before the loss, or use a cross-entropy that takes logits.
    error logits-as-log-probabilities (proved, prediction)
      \`output\` holds logits, but \`torch.nn.NLLLoss\` expects log-probabilities.
      It only picks or weighs what it is given, so the loss falls without bound as the scores grow.
      Apply log-softmax before the loss, or use a cross-entropy that takes logits.
    error probabilities-as-log-probabilities (proved, prediction)
      \`probs\` holds a distribution, but \`torch.nn.NLLLoss\` expects log-probabilities.
      The logarithm is missing: with class targets the loss is minus the mean target probability, between -1 and 0.
      Apply log-softmax instead of \`softmax\` before the loss.
    error probabilities-as-log-probabilities (proved, prediction)
      \`probs\` holds a distribution, but \`torch.nn.functional.kl_div\` expects log-probabilities.
      The logarithm is missing: the loss is never above 0, whereas a divergence of distributions is never below.
      Apply log-softmax instead of \`softmax\` before the loss.
    error probabilities-as-log-probabilities (proved, prediction)
      \`output\` holds a distribution, but \`torch.nn.NLLLoss\` expects log-probabilities.
      The logarithm is missing: with class targets the loss is minus the mean target probability, between -1 and 0.
      Apply the logarithm before the loss.
    error log-probabilities-as-probabilities (proved, prediction)
      \`logProbs\` holds log-probabilities, but \`categoricalCrossentropy\` expects a distribution.
      It is clipped to a constant, or divided by its negative row sum: then the loss falls while the ranking of classes is inverted.
      Use softmax instead of \`logSoftmax\`, or a loss that takes logits.
    error log-probabilities-as-probabilities (proved, prediction)
      \`logProbs\` holds log-probabilities, but \`tf.losses.logLoss\` expects probabilities.
      The logarithm of a value of at most 0 is refused, clipped to a constant without gradient, or NaN.
      Use softmax instead of \`logSoftmax\`, or a loss that takes logits.
    error probabilities-as-distribution (proved, prediction)
      \`squashed\` holds probabilities, but \`categoricalCrossentropy\` expects a distribution.
      Each class has a probability of its own and rows do not sum to 1, so the loss is no cross-entropy of what the model outputs.
      Use softmax instead of \`sigmoid\`, or a binary cross-entropy when a row can have several classes.
    warning distribution-as-binary (proved, prediction)
      \`probs\` holds a distribution over 3 classes, but \`binaryCrossentropy\` is binary.
      It takes a two-term loss of each of 3 classes instead of the class's logarithm, so the value is not the cross-entropy.
      Use the categorical cross-entropy, or sigmoid instead of softmax when a row can have several classes.
    warning distribution-as-binary (possible, prediction)
      \`probs\` holds a distribution over the classes, but \`tf.losses.logLoss\` is binary.
      It takes a two-term loss of each of the classes instead of the class's logarithm, so the value is not the cross-entropy.
      Use the categorical cross-entropy, or sigmoid instead of softmax when a row can have several classes.
    warning distribution-as-binary (proved, prediction)
      \`output\` holds a distribution over 5 classes, but \`tf.losses.logLoss\` is binary.
      It takes a two-term loss of each of 5 classes instead of the class's logarithm, so the value is not the cross-entropy.
      Use the categorical cross-entropy, or sigmoid instead of softmax when a row can have several classes.
    warning double-activation (proved, prediction)
      \`probs\` went through \`softmax\` and then \`softmax\`.
      Softmax of values in [0, 1] cannot exceed e/(e + 2) = 0.5761 with 3 classes, so the output can never be sure.
      Apply \`softmax\` once.
    warning double-activation (proved, prediction)
      \`squashed\` went through \`sigmoid\` and then \`sigmoid\`.
      Sigmoid of values in [0, 1] stays between 0.5 and 0.7311, so the output can no longer say no.
      Apply \`sigmoid\` once.
    info double-activation (proved, prediction)
      \`probs\` went through \`logSoftmax\` and then \`softmax\`.
      Log-softmax keeps the differences within a row, so the second step gives what it would give without the first.
      Leave out \`logSoftmax\`, which changes nothing.
    warning bounded-logits (proved, prediction)
      \`logits\` is confined to [-1, 1] by \`tanh\`, but the loss expects logits.
      The loss cannot fall below 0.7966 with 10 classes, however sure the model is.
      Leave out \`tanh\` on the last layer: the loss brings its own activation.
    warning bounded-logits (proved, prediction)
      \`logits\` is confined to [0, ∞) by \`relu\`, but the loss expects logits.
      A row of scores that are all cut to 0 has loss ln C and no gradient, so the model cannot leave it.
      Leave out \`relu\` on the last layer: the loss brings its own activation.
    warning bounded-logits (proved, prediction)
      \`logits\` is confined to [0, ∞) by \`relu\`, but the loss expects logits.
      The loss cannot fall below 0.6931 for negatives, however sure the model is.
      Leave out \`relu\` on the last layer: the loss brings its own activation.
    warning target-ignored (proved, target)
      \`labels\` holds nothing but -100, which is ignored by \`torch.nn.CrossEntropyLoss\`.
      No row counts, so the mean is 0/0, which is NaN in tfjs and torch, and spoils every weight of the model at the next step.
      Leave such batches out, or look for the step that masks every row.
    warning target-ignored (proved, weights)
      \`weights\` is 0 for every row of \`tf.losses.softmaxCrossEntropy\`.
      No row counts, so the mean is 0/0, which is NaN in tfjs and torch, and spoils every weight of the model at the next step.
      Leave such batches out, or look for the step that masks every row.
    error indices-as-one-hot (proved, target)
      \`ys\` holds class indices, but \`tf.losses.softmaxCrossEntropy\` expects one-hot rows.
      An index would be read as the weight of a class, so the shapes are refused or broadcast to a value that means nothing.
      Encode the labels as one-hot rows of depth 3, or use the sparse variant of the loss.
    error indices-as-one-hot (proved, target)
      \`labels\` holds class indices, but \`tf.losses.softmaxCrossEntropy\` expects one-hot rows.
      An index would be read as the weight of a class, so the shapes are refused or broadcast to a value that means nothing.
      Encode the labels as one-hot rows of depth 5, or use the sparse variant of the loss.
    error one-hot-as-indices (proved, target)
      \`ys\` holds one-hot rows, but \`sparseCategoricalCrossentropy\` expects class indices.
      Each 0 or 1 would be read as the index of a class, so the loss refuses the shape.
      Pass the class indices, such as the argmax of each row along the class axis.
    error one-hot-as-indices (proved, target)
      \`ys\` holds one-hot rows, but \`torch.nn.CrossEntropyLoss\` expects class indices.
      Rows of int64 are neither class indices nor class probabilities, which have to be floats, so the loss refuses them.
      Pass the class indices, such as the argmax of each row along the class axis.
    info one-hot-as-indices (proved, target)
      \`ys\` holds one-hot rows, but \`torch.nn.CrossEntropyLoss\` expects class indices.
      Rows of floats give exactly the same value, unless there are class weights; PyTorch refuses rows of integers.
      Pass the class indices, such as the argmax of each row along the class axis.
    info one-hot-as-indices (proved, target)
      \`labels\` holds one-hot rows, but \`torch.nn.CrossEntropyLoss\` expects class indices.
      Since version 1.10 the value is exactly the same; only with class weights the mean divides differently: by N, not by the sum of the weights.
      Pass the class indices, such as the argmax of each row along the class axis.
    error target-out-of-range (proved, target)
      \`labels\` holds the class index 5, but those of \`torch.nn.CrossEntropyLoss\` start at 0 and end at 4.
      Such an index names no class: depending on the library the loss stops, or counts the row as 0 without a word.
      Subtract 1: the labels are counted from 1.
    error target-out-of-range (proved, target)
      \`labels\` holds the class index -1, but those of \`torch.nn.CrossEntropyLoss\` start at 0 and end at 4.
      Such an index names no class: depending on the library the loss stops, or counts the row as 0 without a word.
      Map the label to a class, or name what has no class as the ignored index.
    error target-not-distribution (proved, target)
      \`labels\` has rows with 2 ones, but \`tf.losses.softmaxCrossEntropy\` expects a distribution.
      All classes of a row share a probability of 1, so the loss of such a row cannot fall below 2 ln 2 = 1.3863.
      Use a sigmoid cross-entropy when a row can have several classes, or divide each row by its sum.
    error target-not-distribution (proved, target)
      \`labels\` has a row that sums to 2.0000, but \`torch.nn.CrossEntropyLoss\` expects a distribution.
      The loss of a row is multiplied by the sum of its target, so rows weigh unequally.
      Divide each row of the target by its sum.
    error target-not-distribution (proved, target)
      \`labels\` holds -0.1, but \`tf.losses.softmaxCrossEntropy\` expects a distribution.
      A negative weight rewards a low probability of its class, so the loss falls without bound.
      Pass weights of classes that are at least 0 and sum to 1.
    error target-not-distribution (proved, target)
      \`teacher\` holds logits, but \`tf.losses.softmaxCrossEntropy\` expects a distribution.
      A negative weight rewards a low probability of its class, so the loss falls without bound.
      Apply softmax to the target, or pass the labels.
    error target-not-distribution (proved, target)
      \`squashed\` holds probabilities, but \`tf.losses.softmaxCrossEntropy\` expects a distribution.
      Independent probabilities do not sum to 1, so rows weigh unequally and softmax cannot follow them.
      Apply softmax instead of sigmoid to the target, or use a sigmoid cross-entropy.
    error target-not-distribution (proved, target)
      \`teacher\` holds log-probabilities, but \`torch.nn.functional.kl_div\` expects a distribution.
      A negative weight rewards a low probability of its class, so the loss falls without bound.
      Apply exp to the target, or say \`log_target=True\`.
    error target-not-binary (proved, target)
      \`labels\` holds -1 and +1, but the targets of \`tf.losses.sigmoidCrossEntropy\` lie in [0, 1].
      Beyond 0 and 1 the two terms of the loss no longer balance: it is refused, or falls without bound as the scores grow.
      Map -1 and +1 to 0 and 1: (y + 1) / 2.
    error target-not-binary (proved, target)
      \`labels\` holds 255, but the targets of \`tf.losses.sigmoidCrossEntropy\` lie in [0, 1].
      Beyond 0 and 1 the two terms of the loss no longer balance: it is refused, or falls without bound as the scores grow.
      Scale the targets to [0, 1], or encode class indices as one-hot rows.
    error target-not-binary (proved, target)
      \`teacher\` holds logits, but the targets of \`tf.losses.sigmoidCrossEntropy\` lie in [0, 1].
      Beyond 0 and 1 the two terms of the loss no longer balance: it is refused, or falls without bound as the scores grow.
      Pass the labels, or apply sigmoid to scores that serve as soft labels.
    error bad-option (proved, option)
      \`categoricalCrossentropy\` is given \`categoricalCrossEntropy\` as \`loss\`.
      The library expects a name that it knows, in its exact spelling.
      Write \`categoricalCrossentropy\`.
    error bad-option (proved, option)
      \`torch.nn.CrossEntropyLoss\` is given \`1.5\` as \`label_smoothing\`.
      The library expects a number from 0 to 1.
      Give a number from 0 to 1.
    error bad-option (proved, option)
      \`torch.nn.CrossEntropyLoss\` is given \`average\` as \`reduction\`.
      The library expects one of its reductions, such as \`mean\`, \`sum\` or \`none\`.
      Give one of its reductions, such as \`mean\`, \`sum\` or \`none\`.
    error bad-option (proved, weights)
      \`torch.nn.CrossEntropyLoss\` is given \`3 weights\` as \`weight\`.
      The library expects one weight for each of the 5 classes.
      Give one weight for each of the 5 classes.
    warning library-bug (proved, option)
      \`tf.losses.softmaxCrossEntropy\` meets a known defect of @tensorflow/tfjs <=4.22.0.
      When labelSmoothing is set and the labels have more than two axes, the smoothing divides by the size of axis 1 instead of the class count.
      Reshape labels and logits to [rows, classes] first.
    warning library-bug (proved, target)
      \`sparseCategoricalCrossentropy\` meets a known defect of @tensorflow/tfjs <=4.22.0.
      When the labels are int32, the loss throws: "Argument 'x' passed to 'floor' must be float32 tensor, but got int32 tensor".
      Cast the labels with toFloat().
    warning saturated-logits (likely, prediction)
      In every row of \`output\` one score is at least 200.0 above all others.
      Softmax then rounds to exactly 0 and 1, so the loss of a row is exactly 0, or at least 200.0.
      Normalise the inputs, start with smaller weights, or lower the learning rate.
    warning constant-prediction (likely, prediction)
      All 20 rows of \`output\` are the same.
      The prediction does not depend on the input, so the loss cannot fall below that of the class frequencies.
      Look for dead ReLUs, inputs that are all 0, or a layer that is not connected.
    warning non-finite-loss (proved, prediction)
      \`torch.nn.CrossEntropyLoss\` returned NaN or an infinity in 1 of 2 calls.
      The arguments are finite where they were read, so it arises in the loss.
      Look for weights that are all 0, targets that are all ignored, a logarithm of 0, and rows that were not read.
    warning non-finite-loss (proved, prediction)
      \`torch.nn.CrossEntropyLoss\` returned NaN or an infinity.
      The arguments are finite where they were read, so it arises in the loss.
      Look for weights that are all 0, targets that are all ignored, a logarithm of 0, and rows that were not read.
    warning negative-loss (likely, prediction)
      \`torch.nn.NLLLoss\` returned -0.5000, which is below 0.
      On log-probabilities, and a target that sums to 1, this loss is at least 0, so one of the two is something else.
      Apply log-softmax to the scores before the loss, and divide soft targets by their sum.
    warning negative-loss (likely, target)
      \`tf.losses.sigmoidCrossEntropy\` returned -3.0000, which is below 0.
      Minus the logarithm of a probability is at least 0, so a target is outside [0, 1] or its rows do not sum to 1.
      Look at the targets, and at the order of the arguments.
    warning zero-loss (likely, prediction)
      \`tf.losses.softmaxCrossEntropy\` returned exactly 0.
      A cross-entropy of labels comes near to 0 and reaches it only where rounding does, or where no target counts.
      Look for a class axis of size 1, targets that are all 0, or scores that are far too large.
    warning zero-loss (likely, prediction)
      \`tf.losses.sigmoidCrossEntropy\` returned exactly 0.
      A cross-entropy of labels comes near to 0 and reaches it only where rounding does, or where no target counts.
      Look for targets that repeat the prediction, or scores that are far too large.
    info constant-loss (likely, prediction)
      \`torch.nn.CrossEntropyLoss\` returned exactly 0.7000 in each of the 8 calls that were read.
      A step of training that changes the weights changes the loss, so either nothing is trained or one batch is evaluated again.
      Look for an optimiser that does not step, a learning rate of 0, or an operation without gradient, such as argmax.
    warning constant-loss (likely, prediction)
      \`torch.nn.CrossEntropyLoss\` returned exactly 1.6094 in each of the 8 calls that were read.
      Every score is 3.5 at each step, so the prediction depends neither on the input nor on what was learnt.
      Look for an optimiser that does not step, dead ReLUs, or a layer that is not connected.
    warning loss-at-chance (likely, prediction)
      \`torch.nn.CrossEntropyLoss\` stayed within 1 % of ln 5 = 1.6094 in all 32 calls that were read.
      That is the loss of a model that gives all classes the same probability, so nothing was learnt of the labels.
      Look at the learning rate, and whether each input still belongs to its label.
    warning loss-at-chance (likely, prediction)
      \`torch.nn.CrossEntropyLoss\` stayed within 1 % of ln 5 = 1.6094 in all 32 calls that were read.
      In no row is one score more than 0.025 above all others, so all classes have nearly the same probability.
      Look for a learning rate that is too small, an optimiser that does not step, or a layer without gradient.
    warning loss-at-chance (likely, prediction)
      \`tf.losses.sigmoidCrossEntropy\` stayed within 1 % of ln 2 = 0.6931 in all 32 calls that were read.
      That is the loss of a model that gives all classes the same probability, so nothing was learnt of the labels.
      Look at the learning rate, and whether each input still belongs to its label.
    info class-never-seen (likely, target)
      None of the 300 targets of \`labels\` that were read is class 2 of 3.
      The gradient of the score of such a class is never below 0, so the model is only taught to avoid it.
      Look whether the batches are sorted by class, and whether the model has more outputs than there are classes.
    info class-never-seen (likely, target)
      None of the 300 targets of \`labels\` that were read is class 0 of 3.
      The gradient of the score of such a class is never below 0, so the model is only taught to avoid it.
      Subtract 1 if the labels are counted from 1; otherwise look whether the batches are sorted by class.
    info class-never-seen (likely, target)
      None of the 300 targets of \`labels\` that were read is one of 2 classes, such as 0, of 3.
      The gradient of the score of such a class is never below 0, so the model is only taught to avoid it.
      Look whether the batches are sorted by class, and whether the model has more outputs than there are classes."
  `)
})
