"""Uncollected: work that makes hundreds of thousands of small objects, none in cycles, without a search for cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the garbage collector while the block runs: looking for cycles took up to half of the time.

    What the block has made is not looked through later either, until the next such block; else the end of the process
    alone would take seconds.
    """
    if not gc.isenabled():
        yield
        return
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
