"""Records what the names in src/contracts/torch take and give in PyTorch, as test/contracts/torch-operations.json.

Run with an interpreter that has torch: /usr/bin/python3 scripts/record-torch-operations.py
"""

import contextlib
import functools
import inspect
import json
import math
import pathlib
import re
import warnings

import torch
import torch.nn as nn

warnings.simplefilter("ignore")
torch.manual_seed(0)

root = pathlib.Path(__file__).parent.parent


def quoted(pattern):
    """Names that the entries of some files are given in quotes, among them those of options."""
    texts = [path.read_text() for path in (root / "src" / "contracts" / "torch").glob(pattern)]
    return sorted({name for text in texts for name in re.findall(r"'([A-Za-z_][\w.]*)'", text)})


# Scores from far below to far above 0, dense around it: 3,003 rows of 3.
wide = ((torch.arange(9009, dtype=torch.float64) - 4504) / 450).pow(3).reshape(3003, 3)
rows = torch.softmax(torch.randn(4, 3, dtype=torch.float64), 1)
images = torch.softmax(torch.randn(2, 3, 4, 4, dtype=torch.float64), 1)
classes = torch.tensor([2, 0, 1, 1])


def resolved(name):
    """What a dotted name means below torch; None for what is no name of the library, or only of a newer one."""
    try:
        return functools.reduce(getattr, name.split("."), torch)
    except AttributeError:
        return None


def declared(function):
    """Parameters as `inspect` tells them; `*` begins those that go by keyword only."""
    listed = []
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in listed and not any(each.startswith("*") for each in listed):
            listed.append("*")
        if name not in ("self", "args", "kwargs"):
            listed.append(("*" if parameter.kind is parameter.VAR_POSITIONAL else "") + name)
        elif name == "args":
            listed.append("*args")
    return listed


def documented(name, function):
    """Parameters as the first lines of the documentation state them."""
    for line in (getattr(function, "__doc__", None) or "").splitlines():
        found = re.match(rf"\s*(?:torch\.)?(?:\w+\.)*{re.escape(name)}\((.*?)\) *->", line)
        if found:
            parts = re.sub(r"\([^)]*\)|\[[^\]]*\]", "", found[1]).split(",")
            yield [re.sub(r"^(?:Tensor|int|float|bool|Tuple of Tensors)\s+", "", part.split("=")[0].strip()) for part in parts if part.strip()]


def compiled(name, method):
    """Parameters as the operator's overloads have them; what they call `self` is `input` in Python."""
    for schema in torch._C._jit_get_schemas_for_operator(f"aten::{name}"):
        if "out" in schema.overload_name:
            continue
        listed = []
        for argument in schema.arguments:
            if argument.kwarg_only and "*" not in listed:
                listed.append("*")
            listed.append("input" if argument.name == "self" else argument.name)
        yield [each for each in listed if each != "input"] if method else listed


def signatures(name):
    """Every way in which the parameters may be given, the receiver of a method not among them."""
    target, last = resolved(name), name.split(".")[-1]
    found = []
    private = resolved(".".join([*name.split(".")[:-1], f"_{last}"]))
    for candidate in [target.__init__ if inspect.isclass(target) else target, private]:
        with contextlib.suppress(TypeError, ValueError):
            found.append(declared(candidate))
    if not inspect.isclass(target):
        found += documented(last, target)
        found += compiled(last, name.startswith("Tensor."))
    return [each for index, each in enumerate(found) if each not in found[:index]]


def applied(name, input):
    """What an activation gives for an input, along axis 1 where it asks for one; None for what is no activation."""
    special = {
        "nn.Softmax2d": lambda: nn.Softmax2d()(input.T[None, :, None, :])[0, :, 0, :].T,
        "nn.functional.one_hot": lambda: nn.functional.one_hot(classes),
        "eye": lambda: torch.eye(3),
        "argmax": lambda: input.argmax(1),
        "argmin": lambda: input.argmin(1),
        "multinomial": lambda: rows.multinomial(2),
    }
    if name in special:
        return special[name]()
    for along in [{"dim": 1}, {}]:
        with contextlib.suppress(TypeError, ValueError, RuntimeError):
            target = resolved(name)
            result = target(**along).double()(input) if inspect.isclass(target) else target(input.clone(), **along)
            return result if result.shape == input.shape else None
    return None


def measured(result):
    """Its least and greatest value, and how far any row is from a sum of 1 and from a log-sum-exp of 0."""
    result = result.detach().double()
    lse = result.logsumexp(-1).abs().max()
    found = {
        "low": result.min(),
        "high": result.max(),
        "sum": (result.sum(-1) - 1).abs().max(),
        "logsumexp": lse,
        "integers": (result - result.round()).abs().max(),
    }
    return {key: round(float(value), 6) if math.isfinite(value) else str(float(value)) for key, value in found.items()}


def kept(result):
    """Whether rows are those of the input, in any order and shape; whether at least all entries are."""
    result = torch.as_tensor(result).double()
    source = rows if result.numel() == rows.numel() else images
    entries = torch.equal(result.flatten().sort().values, source.flatten().sort().values)
    axis = 1 if result.dim() == 4 else -1
    whole = result.dim() > 0 and bool(((result.sum(axis) - 1).abs() < 1e-6).all())
    return {"entries": entries, "rows": whole}


def cut(name):
    """What a function gives that cuts off at a minimum, a maximum or both."""
    limits = {"min": {"min": -1.0}, "max": {"max": 2.0}}.get(name.rstrip("_").partition("_")[2], {"min": -1.0, "max": 2.0})
    return resolved(name)(wide.clone(), **limits)


def shape_keyword(name):
    """The keyword by which sizes or axes are taken that may be written as several arguments."""
    receiver = [torch.ones(6, 1)] if name.startswith("Tensor.") else []
    for keyword, given in {"size": (6, 1), "sizes": (6, 1), "shape": (6, 1), "dims": (1, 0)}.items():
        with contextlib.suppress(TypeError, RuntimeError):
            resolved(name)(*receiver, **{keyword: given})
            return keyword
    return None


keeping = {
    "clone": lambda: rows.clone(),
    "detach": lambda: rows.detach(),
    "detach_": lambda: rows.clone().detach_(),
    "positive": lambda: torch.positive(rows),
    "reshape": lambda: torch.reshape(rows, (2, 2, 3)),
    "broadcast_to": lambda: torch.broadcast_to(rows, (4, 3)),
    "flatten": lambda: torch.flatten(rows[:, None], 0, 1),
    "unflatten": lambda: rows.unflatten(0, (2, 2)),
    "squeeze": lambda: torch.squeeze(rows[:, None]),
    "unsqueeze": lambda: torch.unsqueeze(rows, 0),
    "ravel": lambda: torch.ravel(rows),
    "nan_to_num": lambda: torch.nan_to_num(rows),
    "flip": lambda: torch.flip(rows, [0, 1]),
    "fliplr": lambda: torch.fliplr(rows),
    "flipud": lambda: torch.flipud(rows),
    "roll": lambda: torch.roll(rows, 1, 1),
    "dropout": lambda: torch.dropout(rows, 0.5, False),
    "nn.functional.dropout": lambda: nn.functional.dropout(rows, 0.5, False),
    "nn.functional.interpolate": lambda: nn.functional.interpolate(images, scale_factor=2, mode="bilinear"),
    "nn.functional.upsample": lambda: nn.functional.upsample(images, scale_factor=2),
    "nn.functional.upsample_nearest": lambda: nn.functional.upsample_nearest(images, scale_factor=2),
    "nn.functional.upsample_bilinear": lambda: nn.functional.upsample_bilinear(images, scale_factor=2),
    "Tensor.double": lambda: rows.double(),
    "Tensor.to": lambda: rows.to("cpu"),
    "Tensor.cpu": lambda: rows.cpu(),
    "Tensor.contiguous": lambda: rows.contiguous(),
    "Tensor.numpy": lambda: rows.numpy(),
    "Tensor.tolist": lambda: rows.tolist(),
    "Tensor.type_as": lambda: rows.type_as(images),
    "Tensor.data": lambda: rows.data,
    "Tensor.view": lambda: rows.view(2, 2, 3),
    "Tensor.reshape": lambda: rows.reshape(2, 2, 3),
    "Tensor.expand": lambda: rows.expand(4, 3),
    "Tensor.view_as": lambda: rows.view_as(torch.zeros(4, 3)),
    "Tensor.expand_as": lambda: rows.expand_as(torch.zeros(4, 3)),
    "nn.Identity": lambda: nn.Identity()(rows),
    "nn.Dropout": lambda: nn.Dropout().eval()(rows),
    "nn.Dropout2d": lambda: nn.Dropout2d().eval()(images),
    "nn.AlphaDropout": lambda: nn.AlphaDropout().eval()(rows),
    "nn.Flatten": lambda: nn.Flatten(0, 1)(rows[:, None]),
    "nn.Unflatten": lambda: nn.Unflatten(0, (2, 2))(rows),
    "nn.Upsample": lambda: nn.Upsample(scale_factor=2, mode="bilinear")(images),
    "nn.UpsamplingNearest2d": lambda: nn.UpsamplingNearest2d(scale_factor=2)(images),
    "nn.UpsamplingBilinear2d": lambda: nn.UpsamplingBilinear2d(scale_factor=2)(images),
    "nn.DataParallel": lambda: nn.DataParallel(nn.Identity())(rows),
    "nn.utils.weight_norm": lambda: nn.Sequential(nn.utils.weight_norm(nn.Linear(3, 3)), nn.Identity())[1](rows),
}

losses = [f"{module}.{name}" for name in quoted("losses.ts") for module in ("nn", "nn.functional")]
names = [name for name in [*quoted("*.ts"), *losses] if callable(resolved(name)) and name != "dtype"]
results = {name: applied(name, wide) for name in [*quoted("activations.ts"), "argmax", "argmin", "eye", "multinomial", "nn.functional.one_hot"]}
golden = {
    "torch": torch.__version__,
    "modules": [name for name in dir(nn) if inspect.isclass(getattr(nn, name)) and issubclass(getattr(nn, name), nn.Module)],
    "methods": [name for name in names if "." not in name and hasattr(torch.Tensor, name)],
    "signatures": {name: signatures(name) for name in names},
    "results": {name: measured(result) for name, result in results.items() if isinstance(result, torch.Tensor)},
    "limited": {name: measured(cut(name)) for name in names if re.fullmatch(r"cl(?:amp|ip)\w*", name)},
    "shapes": {name: shape_keyword(name) for name in ("Tensor.view", "Tensor.expand", "Tensor.reshape", "Tensor.permute", "randn", "ones", "zeros", "empty", "rand")},
    "kept": {name: kept(call()) for name, call in keeping.items()},
}

out = root / "test" / "contracts" / "torch-operations.json"
out.write_text(json.dumps(golden, indent=2) + "\n")
print(out)
