import gc

import pytest

from newsarchive.uncollected import uncollected


def test_the_collector_rests_while_the_block_runs():
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_works_again_after_an_error():
    with pytest.raises(ValueError, match="wrong"), uncollected():
        raise ValueError("wrong")  # noqa: EM101  # the shortest that can go wrong
    assert gc.isenabled()
