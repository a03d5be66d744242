from transformers import AutoModelForSequenceClassification, AutoTokenizer
import torch
import torch.nn as nn

name = 'distilbert-base-uncased'
tokenizer = AutoTokenizer.from_pretrained(name)
model = AutoModelForSequenceClassification.from_pretrained(name, num_labels=3)
optimizer = torch.optim.AdamW(model.parameters(), lr=2e-5)
weights = torch.tensor([1.0, 2.5, 1.0])
loss_fct = nn.CrossEntropyLoss(weight=weights)
texts, labels = ['good', 'bad', 'so so'], torch.tensor([0, 1, 2])
batch = tokenizer(texts, padding=True, return_tensors='pt')
outputs = model(**batch)
loss = loss_fct(outputs.logits.view(-1, model.config.num_labels), labels.view(-1))  # expect: clean
probs = outputs.logits.softmax(-1).detach()
loss.backward()
