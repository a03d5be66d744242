import argparse
import logging

import torch
from torch import nn
from torch.utils.data import DataLoader
from transformers import AdamW, BertModel, BertTokenizer, get_linear_schedule_with_warmup

logger = logging.getLogger(__name__)


class SentimentClassifier(nn.Module):
    def __init__(self, n_classes, pretrained='bert-base-cased'):
        super(SentimentClassifier, self).__init__()
        self.bert = BertModel.from_pretrained(pretrained)
        self.drop = nn.Dropout(p=0.3)
        self.out = nn.Linear(self.bert.config.hidden_size, n_classes)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, input_ids, attention_mask):
        outputs = self.bert(input_ids=input_ids, attention_mask=attention_mask)
        output = self.drop(outputs.pooler_output)
        output = self.out(output)
        return output


def train_epoch(model, data_loader, loss_fn, optimizer, device, scheduler, n_examples):
    model = model.train()
    losses = []
    correct_predictions = 0
    for d in data_loader:
        input_ids = d["input_ids"].to(device)
        attention_mask = d["attention_mask"].to(device)
        targets = d["targets"].to(device)

        outputs = model(input_ids=input_ids, attention_mask=attention_mask)
        _, preds = torch.max(outputs, dim=1)
        loss = loss_fn(outputs, targets)  # expect: clean
        correct_predictions += torch.sum(preds == targets)
        losses.append(loss.item())

        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
        optimizer.step()
        scheduler.step()
        optimizer.zero_grad()
    return correct_predictions.double() / n_examples, sum(losses) / len(losses)


def main(dataset, class_names):
    parser = argparse.ArgumentParser()
    parser.add_argument('--epochs', default=4, type=int)
    parser.add_argument('--batch_size', default=16, type=int)
    args = parser.parse_args()
    device = torch.device("cuda:0" if torch.cuda.is_available() else "cpu")
    loader = DataLoader(dataset, batch_size=args.batch_size)
    model = SentimentClassifier(len(class_names)).to(device)
    optimizer = AdamW(model.parameters(), lr=2e-5, correct_bias=False)
    scheduler = get_linear_schedule_with_warmup(optimizer, num_warmup_steps=0, num_training_steps=len(loader) * args.epochs)
    loss_fn = nn.CrossEntropyLoss().to(device)
    for epoch in range(args.epochs):
        acc, loss = train_epoch(model, loader, loss_fn, optimizer, device, scheduler, len(dataset))
        logger.info('epoch %d: loss %.4f, accuracy %.4f', epoch, loss, acc)
