"""Writes what NumPy and safetensors make of small tensors, as the files and the table of test/stored/golden.

Run with an interpreter that has both: python3 scripts/record-stored.py
"""

import json
import math
import pathlib

import numpy as np
from safetensors.numpy import save_file

folder = pathlib.Path(__file__).parent.parent / "test/stored/golden"
folder.mkdir(exist_ok=True)
expected = {}


def number(value):
    """JSON has neither NaN nor infinities: they are recorded as text."""
    value = float(value)
    return value if math.isfinite(value) else str(value)


def record(file, name, array, dtype=None):
    expected.setdefault(file, {})[name] = {
        "dtype": dtype or array.dtype.newbyteorder("=").name,
        "shape": list(array.shape),
        "values": [number(value) for value in array.ravel()],
    }


def npy(name, array):
    np.save(folder / f"{name}.npy", array)
    record(f"{name}.npy", name, array)


floats = np.array([[0.1, -2.5, 3e-5], [1e4, math.inf, math.nan]])
for code in ["<f8", ">f8", "<f4", ">f4", "<f2", ">f2"]:
    npy("big-" * (code[0] == ">") + code[1:], floats.astype(code))
for code in ["<i8", ">i8", "<i4", ">i4", "<i2", ">i2", "i1", "<u8", ">u8", "<u4", "<u2", "u1"]:
    signed = "i" in code
    limits = np.iinfo(code)
    greatest = min(limits.max, 2**53)
    list_ = [0, 1, 100, greatest] + ([-1, -100, max(limits.min, -(2**53))] if signed else [])
    npy("big-" * (code[0] == ">") + code.strip("<>"), np.array(list_, dtype=code))
npy("bool", np.array([True, False, True]))
npy("scalar", np.array(2.5))
npy("empty", np.zeros((0, 3), dtype="f4"))
cube = np.arange(24, dtype="f4").reshape(2, 3, 4)
npy("cube", cube)
npy("fortran", np.asfortranarray(cube))
npy("fortran-matrix", np.asfortranarray(np.arange(12, dtype="<i4").reshape(4, 3)))
# Every half-precision number whose bits end in 1: normal, subnormal, infinite, NaN.
npy("halves", np.arange(1, 65536, 331, dtype="u2").view("<f2"))
np.save(folder / "objects.npy", np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
np.save(folder / "records.npy", np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f4")]))
np.save(folder / "complex.npy", np.array([1j]))
np.save(folder / "words.npy", np.array(["cat", "dog"]))
with open(folder / "version2.npy", "wb") as file:
    np.lib.format.write_array(file, cube, version=(2, 0))
record("version2.npy", "version2", cube)

batch = {"logits": floats.astype("f4"), "target": np.array([1, 0])}
for file, save in [("plain.npz", np.savez), ("packed.npz", np.savez_compressed)]:
    save(folder / file, **batch)
    for name, array in batch.items():
        record(file, name, array)

halves = np.array([[0.1, -2.5], [3.0, 1e4]], dtype="f4")
bits = (halves.view("u4") >> 16).astype("u2")
save_file({"half": halves.astype("f2"), "single": halves, "target": np.array([1, 0]), "flags": np.array([True, False])}, folder / "batch.safetensors")
record("batch.safetensors", "half", halves.astype("f2"))
record("batch.safetensors", "single", halves)
record("batch.safetensors", "target", np.array([1, 0]))
record("batch.safetensors", "flags", np.array([True, False]))
# NumPy knows no bfloat16; its bits are the upper half of a float32's.
header = json.dumps({"b": {"dtype": "BF16", "shape": [2, 2], "data_offsets": [0, 8]}}).encode()
(folder / "bfloat16.safetensors").write_bytes(len(header).to_bytes(8, "little") + header + bits.tobytes())
record("bfloat16.safetensors", "b", (bits.astype("u4") << 16).view("f4"), "bfloat16")

np.savetxt(folder / "table.csv", halves, delimiter=",")
record("table.csv", "prediction", halves.astype("f8"), "number")
(folder / "expected.json").write_text(json.dumps({"numpy": np.__version__, "files": expected}, indent=1) + "\n")
