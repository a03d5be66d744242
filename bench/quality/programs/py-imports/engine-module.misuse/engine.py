import sys
import math
import torch


def train_one_epoch(model, criterion, data_loader, optimizer, device, epoch, max_norm=0):
    model.train()
    criterion.train()
    for samples, targets in data_loader:
        samples = samples.to(device)
        targets = targets.to(device)
        outputs = model(samples)
        loss = criterion(outputs, targets)  # expect: probabilities-as-logits
        if not math.isfinite(loss.item()):
            print("Loss is {}, stopping training".format(loss.item()))
            sys.exit(1)
        optimizer.zero_grad()
        loss.backward()
        if max_norm > 0:
            torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm)
        optimizer.step()


@torch.no_grad()
def evaluate(model, data_loader, device):
    model.eval()
    correct = total = 0
    for samples, targets in data_loader:
        predictions = model(samples.to(device)).argmax(-1).cpu()
        correct += (predictions == targets).sum().item()
        total += len(targets)
    return correct / total
