from .losses import get_loss
