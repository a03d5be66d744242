def create(name, **kwargs):
    if name == 'tiny':
        from .tiny import Tiny
        return Tiny(**kwargs)
    raise ValueError(name)
