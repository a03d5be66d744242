"""Records what PyTorch does where a rule's message or page says so, as test/rules/torch-golden.json.

Run with an interpreter that has torch: /usr/bin/python3 scripts/record-torch-rules.py
"""

import json
import math
import pathlib
import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")

Z = torch.tensor([[1.0, 3.0, -1.0], [-0.5, 0.8, 0.3]])
Y = torch.tensor([1, 0])
O = F.one_hot(Y, 3).float()
MASKED = torch.tensor([[1.0, 3.0, -math.inf], [-0.5, 0.8, -math.inf]])


def number(value):
    """JSON has no NaN: it is recorded as text."""
    value = float(value)
    return value if math.isfinite(value) else str(value)


def refusal(call):
    try:
        call()
    except Exception as error:
        return f"{type(error).__name__}: {str(error).splitlines()[0]}"
    return None


def sizes(values):
    return [value for value in values.shape]


values = {
    "cross_entropy(masked logits, classes)": F.cross_entropy(MASKED, Y),
    "cross_entropy(masked logits, one-hot)": F.cross_entropy(MASKED, O),
    "cross_entropy(logits with inf, classes)": F.cross_entropy(torch.tensor([[1.0, math.inf]]), torch.tensor([0])),
    "nll_loss(100 * logits, classes)": F.nll_loss(100 * Z, Y),
    "nll_loss(softmax, classes)": F.nll_loss(F.softmax(Z, 1), Y),
    "minus mean target probability": -F.softmax(Z, 1)[[0, 1], Y].mean(),
    "nll_loss(log-softmax over the batch, classes)": F.nll_loss(F.log_softmax(Z, 0), Y),
    "cross_entropy(log-softmax over the batch, classes)": F.cross_entropy(F.log_softmax(Z, 0), Y),
    "cross_entropy(logits, classes)": F.cross_entropy(Z, Y),
    "cross_entropy(gap 200, right class)": F.cross_entropy(torch.tensor([[200.0, 0.0]]), torch.tensor([0])),
    "cross_entropy(gap 200, wrong class)": F.cross_entropy(torch.tensor([[200.0, 0.0]]), torch.tensor([1])),
    "binary_cross_entropy_with_logits(100, -1)": F.binary_cross_entropy_with_logits(torch.tensor([-100.0]), torch.tensor([-1.0])),
    "cross_entropy(empty batch)": F.cross_entropy(torch.zeros(0, 3), torch.zeros(0, dtype=torch.long)),
    "cross_entropy(corners, classes, weight)": F.cross_entropy(torch.eye(3), torch.arange(3), weight=torch.tensor([1.0, 2.0, 3.0])),
    "cross_entropy(corners, classes, weight, smoothing)": F.cross_entropy(
        torch.eye(3)[[0, 1, 1]], torch.tensor([0, 1, 1]), weight=torch.tensor([1.0, 20.0, 3.0]), label_smoothing=0.1
    ),
    "kl_div(probabilities, same probabilities)": F.kl_div(F.softmax(Z, 1), F.softmax(Z, 1), reduction="batchmean"),
}

refusals = {
    "[N, T, C] logits, [N, T] classes": lambda: F.cross_entropy(torch.zeros(2, 5, 3), torch.zeros(2, 5, dtype=torch.long)),
    "[N, 1] classes": lambda: F.cross_entropy(torch.zeros(8, 3), torch.zeros(8, 1, dtype=torch.long)),
    "index -1": lambda: F.cross_entropy(Z, torch.tensor([-1, 0])),
    "index 3 of 3 classes": lambda: F.cross_entropy(Z, torch.tensor([3, 0])),
    "reduction average": lambda: F.cross_entropy(Z, Y, reduction="average"),
    "label_smoothing 1.5": lambda: F.cross_entropy(Z, Y, label_smoothing=1.5),
    "4 weights of 3 classes": lambda: F.cross_entropy(Z, Y, weight=torch.ones(4)),
    "negative input of binary_cross_entropy": lambda: F.binary_cross_entropy(F.log_softmax(Z, 1), O),
}

golden = {
    "torch": torch.__version__,
    "values": {name: number(value) for name, value in values.items()},
    "refusals": {name: refusal(call) for name, call in refusals.items()},
    "shape of kl_div([8, 3], [1, 3])": sizes(F.kl_div(torch.zeros(8, 3), torch.ones(1, 3) / 3, reduction="none")),
}

out = pathlib.Path(__file__).parent.parent / "test" / "rules" / "torch-golden.json"
out.write_text(json.dumps(golden, indent=2) + "\n")
print(out)
