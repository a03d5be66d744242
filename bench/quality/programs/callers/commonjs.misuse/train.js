const build = require('./model');
const { compile } = require('./compile');
const { xs, ys } = require('./data.json');

const model = compile(build({ inputs: 30, classes: 4 }));
model.fit(xs, ys, { epochs: 20 });
