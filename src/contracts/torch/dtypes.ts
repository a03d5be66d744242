/** Types of numbers by their names in PyTorch, and by those of the tensors that hold them. */
export const dtypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    float16: 'half HalfTensor',
    bfloat16: 'BFloat16Tensor',
    float32: 'float FloatTensor',
    float64: 'double DoubleTensor',
    int8: 'CharTensor',
    uint8: 'ByteTensor',
    int16: 'short ShortTensor',
    int32: 'int IntTensor',
    int64: 'long LongTensor',
    bool: 'BoolTensor',
  }).flatMap(([dtype, names]) => [dtype, ...names.split(' ')].map((name) => [name, dtype])),
)
