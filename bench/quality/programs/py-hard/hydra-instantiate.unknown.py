import hydra
import torch
from omegaconf import DictConfig
from torch import nn


@hydra.main(config_path='conf', config_name='train')
def main(cfg: DictConfig) -> None:
    model = hydra.utils.instantiate(cfg.model)
    optimizer = hydra.utils.instantiate(cfg.optimizer, params=model.parameters())
    criterion = nn.CrossEntropyLoss(label_smoothing=cfg.smoothing)
    for x, y in hydra.utils.instantiate(cfg.data):
        optimizer.zero_grad()
        loss = criterion(model(x), y)  # expect: unknown
        loss.backward()
        optimizer.step()


if __name__ == '__main__':
    main()
