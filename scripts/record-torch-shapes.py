"""Records the shapes and types of results in PyTorch, and where it normalises when no axis is named, as test/contracts/torch-shapes.json.

Run with an interpreter that has torch: /usr/bin/python3 scripts/record-torch-shapes.py
"""

import json
import pathlib
import warnings

import torch
import torch.nn as nn
import torch.nn.functional as F

warnings.simplefilter("ignore")
torch.manual_seed(0)

root = pathlib.Path(__file__).parent.parent

results = """
torch.randn(2, 3)
torch.randn((2, 3, 4))
torch.randn(size=(2, 3))
torch.rand(5)
torch.zeros(2, 3, dtype=torch.int32)
torch.ones([4])
torch.full((2, 3), 1.5)
torch.randint(7, (2, 3))
torch.randint(0, 7, (4,))
torch.randint(low=0, high=7, size=(4, 1))
torch.arange(6)
torch.linspace(0, 1, 5)
torch.randperm(6)
torch.eye(3)
torch.eye(3, 4)
torch.zeros_like(torch.randint(7, (2, 3)))
torch.tensor([[1, 2], [3, 4]])
torch.tensor([1.0, 2.0])
nn.Linear(4, 5)(torch.randn(4))
nn.Linear(4, 5)(torch.randn(2, 3, 4))
nn.Conv1d(3, 5, 2)(torch.randn(2, 3, 8))
nn.Conv1d(3, 5, 2)(torch.randn(3, 8))
nn.Conv2d(3, 5, 2)(torch.randn(2, 3, 8, 8))
nn.Conv2d(3, 5, 2)(torch.randn(3, 8, 8))
nn.Conv3d(3, 5, 2)(torch.randn(2, 3, 4, 4, 4))
nn.ConvTranspose2d(3, 5, 2)(torch.randn(2, 3, 8, 8))
F.conv2d(torch.randn(2, 3, 8, 8), torch.randn(5, 3, 2, 2))
nn.Embedding(7, 4)(torch.randint(7, (2, 3)))
nn.Embedding(7, 4)(torch.randint(7, (2,)))
nn.BatchNorm1d(3)(torch.randn(2, 3))
nn.BatchNorm1d(3)(torch.randn(2, 3, 8))
nn.BatchNorm2d(3)(torch.randn(2, 3, 8, 8))
nn.InstanceNorm2d(3)(torch.randn(3, 8, 8))
nn.LayerNorm(4)(torch.randn(2, 3, 4))
nn.GroupNorm(1, 4)(torch.randn(2, 4, 8))
nn.LSTM(4, 5, batch_first=True)(torch.randn(2, 3, 4))[0]
nn.LSTM(4, 5)(torch.randn(3, 4))[0]
nn.GRU(4, 5, bidirectional=True)(torch.randn(3, 2, 4))[0]
nn.TransformerEncoderLayer(4, 2)(torch.randn(3, 2, 4))
nn.MaxPool2d(2)(torch.randn(2, 3, 8, 8))
nn.MaxPool2d(2)(torch.randn(3, 8, 8))
nn.AvgPool1d(2)(torch.randn(2, 3, 8))
nn.AdaptiveAvgPool2d(1)(torch.randn(2, 3, 8, 8))
F.max_pool2d(torch.randn(2, 3, 8, 8), 2)
F.adaptive_avg_pool2d(torch.randn(3, 8, 8), 1)
nn.ReflectionPad2d(1)(torch.randn(2, 3, 8, 8))
nn.ConstantPad1d(1, 0.0)(torch.randn(3, 8))
F.pad(torch.randn(2, 3), (1, 1))
nn.Upsample(scale_factor=2)(torch.randn(2, 3, 8, 8))
F.interpolate(torch.randn(2, 3, 8), scale_factor=2)
nn.Flatten()(torch.randn(2, 3, 4))
nn.Flatten(0, 1)(torch.randn(2, 3, 4))
torch.flatten(torch.randn(2, 3, 4))
torch.flatten(torch.randn(2, 3, 4), 1)
torch.randn(2, 3, 4, 5).flatten(1, 2)
nn.Sequential(nn.Conv2d(3, 5, 2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.LazyLinear(4))(torch.randn(2, 3, 8, 8))
torch.randn(2, 6).view(2, 3, 2)
torch.randn(2, 6).view(-1, 3)
torch.randn(2, 6).view((4, 3))
torch.randn(2, 6).reshape(-1)
torch.reshape(torch.randn(2, 6), (3, -1))
torch.randn(2, 3, 4).transpose(1, 2)
torch.randn(2, 3, 4).transpose(-1, 0)
torch.transpose(torch.randn(2, 3), 0, 1)
torch.randn(2, 3, 4).swapaxes(0, 2)
torch.randn(2, 3, 4).permute(2, 0, 1)
torch.randn(2, 3, 4).permute((0, -1, 1))
torch.permute(torch.randn(2, 3, 4), (2, 0, 1))
torch.randn(2, 3, 4).movedim(1, -1)
torch.movedim(torch.randn(2, 3, 4), 0, 2)
torch.randn(2, 3).t()
torch.randn(3).t()
torch.randn(2, 1, 3).squeeze()
torch.randn(2, 1, 3).squeeze(1)
torch.randn(2, 1, 3).squeeze(0)
torch.randn(2, 3).unsqueeze(1)
torch.randn(2, 3).unsqueeze(-1)
torch.unsqueeze(torch.randn(2, 3), 0)
torch.randn(3, 1).expand(3, 4)
torch.randn(3, 1).expand(2, -1, 4)
torch.broadcast_to(torch.randn(3), (2, 3))
torch.cat([torch.randn(2, 3), torch.randn(4, 3)])
torch.cat((torch.randn(2, 3), torch.randn(2, 5)), dim=1)
torch.cat((torch.randn(2, 3), torch.randn(2, 5)), -1)
torch.stack([torch.randn(2, 3), torch.randn(2, 3)])
torch.stack([torch.randn(2, 3), torch.randn(2, 3)], dim=-1)
torch.matmul(torch.randn(2, 3), torch.randn(3, 5))
torch.randn(2, 3) @ torch.randn(3, 5)
torch.randn(6, 2, 3) @ torch.randn(3, 5)
torch.randn(6, 2, 3) @ torch.randn(6, 3, 5)
torch.randn(3) @ torch.randn(3, 5)
torch.randn(2, 3) @ torch.randn(3)
torch.mm(torch.randn(2, 3), torch.randn(3, 5))
torch.bmm(torch.randn(6, 2, 3), torch.randn(6, 3, 5))
torch.randn(2, 3) + torch.randn(3)
torch.randn(2, 1) * torch.randn(3)
torch.randn(2, 3) - 1
torch.randn(2, 3) / 2
torch.randn(2, 3).mean()
torch.randn(2, 3).mean(1)
torch.randn(2, 3, 4).mean([1, 2])
torch.randn(2, 3, 4).mean(dim=(0, 2), keepdim=True)
torch.randn(2, 3).sum(-1, keepdim=True)
torch.randn(2, 3).amax(dim=0)
torch.randn(2, 3).argmax(dim=1)
torch.randn(2, 3).argmax()
torch.randn(2, 3).softmax(-1)
torch.relu(torch.randn(2, 3))
F.dropout(torch.randn(2, 3))
F.one_hot(torch.randint(7, (2, 3)), 7)
F.one_hot(torch.randint(7, (2,)))
torch.randn(2, 3, 4)[0]
torch.randn(2, 3, 4)[:, -1]
torch.randn(2, 3, 4)[:, -1, :]
torch.randn(2, 3, 4)[..., 0]
torch.randn(2, 3, 4)[:, None]
torch.randn(2, 3, 4)[0, 1:]
torch.randn(2, 3).float()
torch.randn(2, 3).double()
torch.randint(7, (2,)).half()
torch.randint(7, (2,)).bool()
torch.randint(7, (2,)).int()
torch.randint(7, (2,)).to(torch.float32)
torch.randint(7, (2,)).to(torch.float)
torch.randint(7, (2,)).to(dtype=torch.double)
torch.randint(7, (2,)).to("cpu")
torch.randint(7, (2,)).to(torch.device("cpu"))
torch.randint(7, (2,)).to("cpu", torch.float16)
torch.randint(7, (2,)).to(torch.device("cpu"), non_blocking=True)
torch.randint(7, (2,)).to(torch.randn(2).double())
torch.randint(7, (2,)).type(torch.FloatTensor)
torch.randint(7, (2,)).type("torch.DoubleTensor")
torch.randint(7, (2,)).type(torch.int16)
torch.randint(7, (2,)).type_as(torch.randn(2).double())
F.one_hot(torch.randint(7, (2,)), 7).cpu()
F.one_hot(torch.randint(7, (2,)), 7).float()
F.one_hot(torch.randint(7, (2,)), 7).to(torch.bfloat16)
F.one_hot(torch.randint(7, (2,)), 7) + 1e-6
F.one_hot(torch.randint(7, (2, 3)), 7).view(-1, 7)
F.one_hot(torch.randint(7, (2, 3)), 7).permute(0, 2, 1)
F.one_hot(torch.randint(7, (2, 3)), 7)[0]
""".strip().splitlines()


def axis_for(rank):
    """The axis along which a softmax of so many axes normalises that is told none."""
    probabilities = nn.Softmax()(torch.randn(list(range(2, 2 + rank))))
    sums = [axis for axis in range(rank) if torch.allclose(probabilities.sum(axis), torch.ones(()))]
    return sums[0] if sums else 0


def refused(call):
    """What PyTorch answers to a call; None where it accepts it."""
    try:
        call()
        return None
    except (AssertionError, RuntimeError, ValueError, IndexError) as error:
        return str(error).splitlines()[0]


layers = {
    "nn.Conv1d": nn.Conv1d(3, 3, 1),
    "nn.Conv2d": nn.Conv2d(3, 3, 1),
    "nn.Conv3d": nn.Conv3d(3, 3, 1),
    "nn.ConvTranspose2d": nn.ConvTranspose2d(3, 3, 1),
    "nn.BatchNorm1d": nn.BatchNorm1d(3),
    "nn.BatchNorm2d": nn.BatchNorm2d(3),
    "nn.BatchNorm3d": nn.BatchNorm3d(3),
    "nn.InstanceNorm1d": nn.InstanceNorm1d(3),
    "nn.InstanceNorm2d": nn.InstanceNorm2d(3),
    "nn.InstanceNorm3d": nn.InstanceNorm3d(3),
    "nn.MaxPool1d": nn.MaxPool1d(1),
    "nn.MaxPool2d": nn.MaxPool2d(1),
    "nn.MaxPool3d": nn.MaxPool3d(1),
    "nn.AvgPool1d": nn.AvgPool1d(1),
    "nn.AvgPool2d": nn.AvgPool2d(1),
    "nn.AvgPool3d": nn.AvgPool3d(1),
    "nn.AdaptiveMaxPool2d": nn.AdaptiveMaxPool2d(1),
    "nn.FractionalMaxPool2d": nn.FractionalMaxPool2d(2, output_size=2),
    "nn.Upsample": nn.Upsample(scale_factor=2),
    "nn.Softmax2d": nn.Softmax2d(),
    "nn.LSTM": nn.LSTM(3, 3),
    "nn.GRU": nn.GRU(3, 3),
    "nn.RNN": nn.RNN(3, 3),
    "mm": lambda x: torch.mm(x, torch.randn(3, 3)),
    "bmm": lambda x: torch.bmm(x, torch.randn(3, 3, 3)),
}
golden = {
    "torch": torch.__version__,
    "results": {text: {"shape": list(result.shape), "dtype": str(result.dtype).removeprefix("torch.")} for text in results for result in [eval(text)]},
    "implicit": [axis_for(rank) for rank in range(7)],
    "ranks": {name: [rank for rank in range(1, 7) if refused(lambda: layer(torch.randn(*[3] * rank))) is None] for name, layer in layers.items()},
    "refused": {
        "integer one-hot rows": refused(lambda: F.cross_entropy(torch.randn(2, 3), F.one_hot(torch.tensor([0, 2]), 3))),
        "float one-hot rows": refused(lambda: F.cross_entropy(torch.randn(2, 3), F.one_hot(torch.tensor([0, 2]), 3).float())),
        "integers of one axis less": refused(lambda: F.cross_entropy(torch.randn(2, 2, 3), F.one_hot(torch.tensor([0, 2]), 3))),
        "classes last": refused(lambda: F.cross_entropy(torch.randn(2, 4, 3), torch.randint(3, (2, 4)))),
        "classes on axis 1": refused(lambda: F.cross_entropy(torch.randn(2, 3, 4), torch.randint(3, (2, 4)))),
        "a column against a row": refused(lambda: F.binary_cross_entropy_with_logits(torch.randn(8, 1), torch.ones(8))),
        "an image without a batch, as a batch of rows": refused(lambda: F.nll_loss(torch.randn(5, 10, 12), torch.randint(5, (5, 12)))),
    },
}

out = root / "test" / "contracts" / "torch-shapes.json"
out.write_text(json.dumps(golden, indent=1) + "\n")
print(out)
