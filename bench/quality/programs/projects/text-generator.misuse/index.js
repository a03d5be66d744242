import { SaveableGenerator } from './generator.js';
import { TextData } from './text-data.js';

const text = document.querySelector('textarea').value;
const generator = new SaveableGenerator(new TextData(text, 40), [128, 128]);

document.querySelector('button').addEventListener('click', async () => {
  generator.compileModel(1e-2);
  await generator.fit(100, 64);
  await generator.save();
});
