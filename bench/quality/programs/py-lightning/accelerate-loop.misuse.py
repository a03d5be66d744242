import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from tqdm.auto import tqdm


class TweetModel(nn.Module):
    def __init__(self, vocab=5000, n=3):
        super().__init__()
        self.emb = nn.EmbeddingBag(vocab, 64)
        self.head = nn.Sequential(nn.Dropout(0.2), nn.Linear(64, n))
        self.activation = nn.Softmax(dim=1)

    def forward(self, ids):
        return self.activation(self.head(self.emb(ids)))


def main():
    accelerator = Accelerator()
    model = TweetModel()
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5)
    loader = DataLoader(TensorDataset(torch.randint(5000, (64, 30)), torch.randint(3, (64,))), batch_size=16)
    model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
    criterion = nn.CrossEntropyLoss()
    for epoch in range(2):
        model.train()
        for ids, sentiment in tqdm(loader):
            with accelerator.accumulate(model):
                out = model(ids)
                loss = criterion(out, sentiment)  # expect: probabilities-as-logits
                accelerator.backward(loss)
                optimizer.step()
                optimizer.zero_grad()


if __name__ == '__main__':
    main()
