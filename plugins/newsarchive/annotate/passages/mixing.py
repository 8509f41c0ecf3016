"""Mixing: numbers become hashes, many at a time."""

import numpy as np
from numpy.typing import NDArray

_HALF = np.uint64(33)
_ONE, _TWO = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)


def mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return `values` with their bits mixed (the finaliser of MurmurHash3)."""
    values = values ^ (values >> _HALF)
    values *= _ONE
    values ^= values >> _HALF
    values *= _TWO
    values ^= values >> _HALF
    return values
