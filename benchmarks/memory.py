"""The memory of a process and of all that it starts, while it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

_SECONDS = 4  # between two looks: each stops the processes for a tenth of a second
_PROCESSES = Path("/proc")


@contextmanager
def memory_of(process: int) -> Iterator[list[float]]:
    """Yield a list that fills with megabytes while the block runs: of `process` and its children, all together.

    What several processes share is counted once (the proportional set size of Linux); elsewhere the list holds a 0.
    """
    found = [0.0]
    ended = Event()

    def look() -> None:
        while not ended.wait(_SECONDS):
            found.append(sum(map(_megabytes, _family(process))))

    looking = Thread(target=look)
    looking.start()
    try:
        yield found
    finally:
        ended.set()
        looking.join()


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = (_PROCESSES / str(process) / "task" / str(process) / "children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _megabytes(process: int) -> float:
    try:
        lines = (_PROCESSES / str(process) / "smaps_rollup").read_text("ascii").splitlines()
    except OSError:  # it has ended
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
