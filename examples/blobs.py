import torch

classes = 10
features = 16


def blobs():
    """500 points in ten well separated clouds: x is [500, 16], y holds class indices [500]. The same at each call."""
    generator = torch.Generator().manual_seed(1)
    y = torch.arange(500) % classes
    centres = 2 * torch.randn(classes, features, generator=generator)
    return centres[y] + 0.2 * torch.randn(500, features, generator=generator), y
