import { config } from './config.js';
import { loadSplit } from './data.js';
import { createModel } from './model.js';
import { Trainer } from './trainer.js';

const trainer = new Trainer(createModel(config), config.training);
const [train, test] = await Promise.all([loadSplit('train'), loadSplit('test')]);
await trainer.train(train);
console.table(trainer.evaluate(test));
