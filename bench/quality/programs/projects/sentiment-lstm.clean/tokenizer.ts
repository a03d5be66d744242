export class Tokenizer {
  private readonly index = new Map<string, number>();

  constructor(readonly size: number) {}

  fit(texts: readonly string[]) {
    for (const word of texts.flatMap((text) => text.toLowerCase().split(/\W+/)))
      if (!this.index.has(word) && this.index.size < this.size - 1) this.index.set(word, this.index.size + 1);
  }

  encode(text: string, length: number): number[] {
    const ids = text.toLowerCase().split(/\W+/).map((word) => this.index.get(word) ?? 0);
    return [...ids.slice(0, length), ...new Array(Math.max(0, length - ids.length)).fill(0)];
  }
}
