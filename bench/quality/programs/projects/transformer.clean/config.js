module.exports = { vocab: 256, width: 64, heads: 4, depth: 2, context: 32, dropout: 0.1 };
