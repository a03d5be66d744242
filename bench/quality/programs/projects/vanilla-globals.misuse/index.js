let mobilenet;
let model;
const dataset = new RPSDataset();

async function loadMobilenet() {
  const net = await tf.loadLayersModel('https://storage.googleapis.com/tfjs-models/tfjs/mobilenet_v1_1.0_224/model.json');
  const layer = net.getLayer('conv_pw_13_relu');
  return tf.model({ inputs: net.inputs, outputs: layer.output });
}

async function train() {
  dataset.ys = null;
  dataset.encodeLabels(3);
  model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: mobilenet.outputs[0].shape.slice(1) }),
      tf.layers.dense({ units: 100, activation: 'relu' }),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
  const optimizer = tf.train.adam(0.0001);
  model.compile({ optimizer: optimizer, loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
  await model.fit(dataset.xs, dataset.ys, { epochs: 10 });
}

async function init() {
  mobilenet = await loadMobilenet();
  document.getElementById('train').addEventListener('click', train);
}

init();
