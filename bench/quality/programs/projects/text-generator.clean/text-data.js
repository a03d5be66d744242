export class TextData {
  constructor(text, sampleLength) {
    this.charset = [...new Set(text)];
    this.sampleLength = sampleLength;
    this.indices = Int32Array.from(text, (c) => this.charset.indexOf(c));
  }

  nextBatch(size) {
    const xs = [];
    const ys = [];
    for (let i = 0; i < size; i++) {
      const start = Math.floor(Math.random() * (this.indices.length - this.sampleLength - 1));
      xs.push(Array.from(this.indices.slice(start, start + this.sampleLength)));
      ys.push(this.indices[start + this.sampleLength]);
    }
    return { xs, ys };
  }
}
