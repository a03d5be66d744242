"""Records what PyTorch returns and refuses for the facts in src/contracts/torch, as test/contracts/torch-golden.json.

Run with an interpreter that has torch: /usr/bin/python3 scripts/record-torch.py
"""

import inspect
import json
import math
import pathlib
import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")
torch.set_printoptions(precision=10)

P = torch.tensor([[0.1, 0.7, 0.2], [0.3, 0.4, 0.3]])
Z = torch.tensor([[1.0, 3.0, -1.0], [-0.5, 0.8, 0.3]])
Y = torch.tensor([1, 0])
O = F.one_hot(Y, 3).float()
WEIGHT = torch.tensor([1.0, 2.0, 3.0])
IGNORED = torch.tensor([-100, -100])


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


def floor(classes, smoothing=0.0):
    """Cross-entropy of the target's corner of the simplex: the least for a row of probabilities."""
    row = torch.zeros(1, classes, dtype=torch.float64)
    row[0, 0] = 1
    return number(F.cross_entropy(row, torch.tensor([0]), label_smoothing=smoothing))


def ceiling(classes):
    row = torch.zeros(1, classes, dtype=torch.float64)
    row[0, 1] = 1
    return number(F.cross_entropy(row, torch.tensor([0])))


def least_inside(classes, smoothing):
    """Least found by gradient descent over all rows of probabilities, with so much smoothing that it is in no corner."""
    free = torch.zeros(1, classes, dtype=torch.float64, requires_grad=True)
    descent = torch.optim.Adam([free], lr=0.05)
    for _ in range(3000):
        descent.zero_grad()
        loss = F.cross_entropy(torch.softmax(free, 1), torch.tensor([0]), label_smoothing=smoothing)
        loss.backward()
        descent.step()
    return number(loss)


def gradient_of_one_column():
    column = torch.tensor([[2.0], [5.0]], requires_grad=True)
    F.cross_entropy(column, torch.tensor([0, 0])).backward()
    return column.grad.flatten().tolist()


values = {
    "cross_entropy(logits, classes)": F.cross_entropy(Z, Y),
    "cross_entropy(logits, one-hot)": F.cross_entropy(Z, O),
    "cross_entropy(log-softmax, classes)": F.cross_entropy(F.log_softmax(Z, 1), Y),
    "cross_entropy(probabilities, classes)": F.cross_entropy(P, Y),
    "cross_entropy(log probabilities, classes)": F.cross_entropy(P.log(), Y),
    "cross_entropy(one-hot, logits)": F.cross_entropy(O, Z),
    "cross_entropy(logits, classes, weight)": F.cross_entropy(Z, Y, weight=WEIGHT),
    "cross_entropy(logits, one-hot, weight)": F.cross_entropy(Z, O, weight=WEIGHT),
    "cross_entropy(logits, classes, smoothing 0.1)": F.cross_entropy(Z, Y, label_smoothing=0.1),
    "cross_entropy([[1, 0, 0]], 0)": F.cross_entropy(torch.tensor([[1.0, 0.0, 0.0]]), torch.tensor([0])),
    "cross_entropy(one column, 0)": F.cross_entropy(torch.tensor([[2.0], [5.0]]), torch.tensor([0, 0])),
    "cross_entropy(one column, float)": F.cross_entropy(torch.tensor([[2.0], [5.0]]), torch.tensor([[1.0], [0.5]])),
    "cross_entropy(logits, all ignored)": F.cross_entropy(Z, IGNORED),
    "cross_entropy(logits, all ignored, sum)": F.cross_entropy(Z, IGNORED, reduction="sum"),
    "cross_entropy(logits, weights 0)": F.cross_entropy(Z, Y, weight=torch.zeros(3)),
    "cross_entropy(logits, negative soft target)": F.cross_entropy(Z, O - 0.5),
    "cross_entropy([N, T, C] with T = C)": F.cross_entropy(Z.repeat(3, 1, 1).transpose(0, 1), torch.zeros(2, 3, dtype=torch.long)),
    "nll_loss(log probabilities, classes)": F.nll_loss(P.log(), Y),
    "nll_loss(probabilities, classes)": F.nll_loss(P, Y),
    "nll_loss(logits, classes)": F.nll_loss(Z, Y),
    "nll_loss(all ignored)": F.nll_loss(P.log(), IGNORED),
    "binary_cross_entropy(probabilities, one-hot)": F.binary_cross_entropy(P, O),
    "binary_cross_entropy(probabilities, 2)": F.binary_cross_entropy(P, O * 2) if torch.__version__ < "2" else math.nan,
    "binary_cross_entropy(one-hot, probabilities)": F.binary_cross_entropy(O, P),
    "binary_cross_entropy_with_logits(logits, one-hot)": F.binary_cross_entropy_with_logits(Z, O),
    "binary_cross_entropy_with_logits(softmax, one-hot)": F.binary_cross_entropy_with_logits(F.softmax(Z, 1), O),
    "binary_cross_entropy_with_logits(one-hot, logits)": F.binary_cross_entropy_with_logits(O, Z),
    "binary_cross_entropy_with_logits(1, 1)": F.binary_cross_entropy_with_logits(torch.ones(1), torch.ones(1)),
    "binary_cross_entropy_with_logits(0, 0)": F.binary_cross_entropy_with_logits(torch.zeros(1), torch.zeros(1)),
    "binary_cross_entropy_with_logits(logits, 2)": F.binary_cross_entropy_with_logits(Z, O * 2),
    "kl_div(log probabilities, one-hot)": F.kl_div(P.log(), O, reduction="batchmean"),
    "kl_div(probabilities, one-hot)": F.kl_div(P, O, reduction="batchmean"),
    "kl_div(logits, one-hot)": F.kl_div(Z, O, reduction="batchmean"),
    "kl_div(log probabilities, log target)": F.kl_div(P.log(), P.log(), reduction="batchmean"),
    "kl_div(one-hot, log probabilities)": F.kl_div(O, P.log(), reduction="batchmean"),
    "kl_div([N, C], [N, 1])": F.kl_div(P.log(), torch.ones(2, 1)),
    "kl_div(log probabilities, probabilities, mean)": F.kl_div(P.log(), F.softmax(Z, 1)),
    "kl_div(log probabilities, probabilities, batchmean)": F.kl_div(P.log(), F.softmax(Z, 1), reduction="batchmean"),
    "kl_div(log_target=True)(log probabilities, log probabilities)": F.kl_div(P.log(), P.log(), log_target=True),
    "kl_div(log_target=True)(log probabilities, probabilities)": F.kl_div(P.log(), P, log_target=True),
    "kl_div(log_target=True)(probabilities, log probabilities)": F.kl_div(P, P.log(), log_target=True),
    "kl_div(log_target=True)(logits, log probabilities)": F.kl_div(Z, P.log(), log_target=True),
    "soft_margin_loss(logits, -1 or 1)": F.soft_margin_loss(Z, 2 * O - 1),
    "soft_margin_loss(logits, one-hot)": F.soft_margin_loss(Z, O),
    "soft_margin_loss(1, 1)": F.soft_margin_loss(torch.ones(1), torch.ones(1)),
    "soft_margin_loss([N, C], [C])": F.soft_margin_loss(Z, torch.ones(3)),
    "multilabel_soft_margin_loss(logits, one-hot)": F.multilabel_soft_margin_loss(Z, O),
}

modules = {
    "nn.CrossEntropyLoss": torch.nn.CrossEntropyLoss()(Z, Y),
    "nn.NLLLoss": torch.nn.NLLLoss()(P.log(), Y),
    "nn.BCELoss": torch.nn.BCELoss()(P, O),
    "nn.BCEWithLogitsLoss": torch.nn.BCEWithLogitsLoss()(Z, O),
    "nn.KLDivLoss": torch.nn.KLDivLoss(reduction="batchmean")(P.log(), O),
    "nn.NLLLoss2d": torch.nn.NLLLoss2d()(P.log()[:, :, None, None], Y[:, None, None]),
    "nn.KLDivLoss(log_target=True)": torch.nn.KLDivLoss(log_target=True)(P.log(), P),
    "nn.SoftMarginLoss": torch.nn.SoftMarginLoss()(Z, 2 * O - 1),
    "nn.MultiLabelSoftMarginLoss": torch.nn.MultiLabelSoftMarginLoss()(Z, O),
}

refusals = {
    "cross_entropy: one-hot integers": lambda: F.cross_entropy(Z, O.long()),
    "cross_entropy: float classes": lambda: F.cross_entropy(Z, Y.float()),
    "cross_entropy: int32 classes": lambda: F.cross_entropy(Z, Y.int()),
    "cross_entropy: [N, 1] classes": lambda: F.cross_entropy(Z, Y.unsqueeze(1)),
    "cross_entropy: out of range": lambda: F.cross_entropy(Z, torch.tensor([3, 0])),
    "cross_entropy: ignore_index with soft targets": lambda: F.cross_entropy(Z, O, ignore_index=0),
    "nll_loss: one-hot": lambda: F.nll_loss(P.log(), O.long()),
    "nll_loss: float classes": lambda: F.nll_loss(P.log(), Y.float()),
    "binary_cross_entropy: logits": lambda: F.binary_cross_entropy(Z, O),
    "binary_cross_entropy: integer targets": lambda: F.binary_cross_entropy(P, O.long()),
    "binary_cross_entropy: shapes": lambda: F.binary_cross_entropy(P, torch.ones(2)),
    "binary_cross_entropy_with_logits: [N] against [N, 1]": lambda: F.binary_cross_entropy_with_logits(Z[:, 0], torch.ones(2, 1)),
    "binary_cross_entropy_with_logits: integer targets": lambda: F.binary_cross_entropy_with_logits(Z, O.long()),
    "kl_div: integer targets": lambda: F.kl_div(P.log(), Y),
    "kl_div(log_target=True): integer targets": lambda: F.kl_div(P.log(), O.long(), log_target=True),
    "soft_margin_loss: shapes": lambda: F.soft_margin_loss(Z, torch.ones(5)),
}

classes = [2, 3, 4, 5, 10, 20, 50, 100, 1000]
golden = {
    "torch": torch.__version__,
    "signatures": {
        name: list(inspect.signature(getattr(F, name)).parameters)
        for name in sorted({name.split("(")[0] for name in values} | {"ctc_loss"})
    },
    "values": {name: number(value) for name, value in values.items()},
    "modules": {name: number(value) for name, value in modules.items()},
    "gradient of one column": gradient_of_one_column(),
    "refusals": {name: refusal(call) for name, call in refusals.items()},
    "floors": {str(c): floor(c) for c in classes},
    "ceilings": {str(c): ceiling(c) for c in classes},
    "floors with smoothing 0.1": {str(c): floor(c, 0.1) for c in classes},
    "least inside": [[c, s, least_inside(c, s)] for c, s in [(3, 0.9), (10, 0.95), (2, 0.7)]],
}

out = pathlib.Path(__file__).parent.parent / "test" / "contracts" / "torch-golden.json"
out.write_text(json.dumps(golden, indent=2) + "\n")
print(out)
