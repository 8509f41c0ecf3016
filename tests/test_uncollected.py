import gc

import pytest

from newsarchive.uncollected import uncollected


def test_the_collector_rests_and_goes_on():
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_is_not_looked_through():
    with uncollected():
        made = [[] for _ in range(1000)]
    assert gc.get_freeze_count() >= 1000
    assert made


def test_an_error_lets_the_collector_go_on():
    def fail():
        with uncollected():
            message = "halfway"
            raise ValueError(message)

    with pytest.raises(ValueError, match="halfway"):
        fail()
    assert gc.isenabled()
