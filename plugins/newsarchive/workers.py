"""Workers: forked processes that share a job out among them.

A forked process sees all that its parent had read, so nothing has to be sent to it; it sends back plain values. Where
forking is not safe (another system than Linux, or threads that run beside) the work is done in the process itself, with
the same outcome.
"""

import gc
import marshal
import mmap
import os
import signal
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from tempfile import TemporaryFile
from typing import IO, Any, Generic, NoReturn, Protocol, TypeVar

Job = TypeVar("Job")
Told = TypeVar("Told")
Work = Callable[[Iterator[Job]], Iterator[Told]]
"""What a worker does: it gets jobs as it takes them, and yields the result of each."""

_NUMBER = 4  # bytes of a job's number in the queue
_LENGTH = 8  # bytes of the length of a result
_FAILURE = -1  # stands for the number of a job with what a worker had to say that could not go on
_STATE = 3 * 8  # bytes of the three numbers that a worker shares with its parent
_GLANCE = 0.005  # seconds between two looks at how far the workers are: a build that finds all made waits three times
_UNDONE = "a worker ended before its work was done"


class WorkerError(RuntimeError):
    """A worker failed; the message holds what it had to say."""


def usable_workers() -> int:
    """Return how many workers help here: one for each processor that this process may use, one where none may fork."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and may_fork() else 1


def may_fork() -> bool:
    """Tell whether a process that is forked here is sure to work: a thread of ours may hold what it would wait for."""
    return hasattr(os, "fork") and threading.active_count() == 1


def nobody(_: int) -> None:
    """Tell nobody how many are done."""


class Working(Protocol[Told]):
    """Work that goes on until its results are asked for."""

    def each(self, tell: Callable[[int], None] = nobody) -> Iterator[Told]:
        """Yield the results in the order of the jobs, each as soon as it is there; raises WorkerError.

        `tell` hears how many are done.
        """
        ...

    def results(self, tell: Callable[[int], None] = nobody) -> list[Told]:
        """Wait for all results, and return them in the order of the jobs; the same as `each` otherwise."""
        ...

    def stop(self) -> None:
        """End the work without results, where it has not ended."""
        ...


@dataclass(frozen=True)
class _Here(Generic[Job, Told]):
    """Jobs that this process does when it is asked for the results."""

    jobs: Sequence[Job]
    work: Work[Job, Told]

    def each(self, tell: Callable[[int], None] = nobody) -> Iterator[Told]:
        for done, result in enumerate(self.work(iter(self.jobs)), 1):
            tell(done)
            yield result

    def results(self, tell: Callable[[int], None] = nobody) -> list[Told]:
        return list(self.each(tell))

    def stop(self) -> None:
        """End nothing: what nobody asked for was not begun."""


@dataclass(frozen=True)
class _Shelf:
    """Where a worker leaves the results of its jobs: a file without a name, of which nothing stays on the disk.

    `state` is memory that it shares with its parent: how many results it has left, how many bytes they are, and how
    many of these the parent has taken.
    """

    file: IO[bytes]
    state: memoryview

    def leave(self, number: int, result: object) -> None:
        """Leave the result of the job of that number; nobody sees it before all of it is written."""
        written = marshal.dumps((number, result))  # type: ignore[arg-type]  # it can be: `started` says so
        self.file.write(len(written).to_bytes(_LENGTH, "big"))
        self.file.write(written)
        self.file.flush()
        self.state[1] += _LENGTH + len(written)
        self.state[0] += 1

    def taken(self) -> Iterator[tuple[int, Any]]:
        """Yield the numbers and results that were left since the parent looked last."""
        _, end, start = self.state
        content = memoryview(os.pread(self.file.fileno(), end - start, start))
        while content:
            length = int.from_bytes(content[:_LENGTH], "big")  # known to `marshal.load`, but in 40 times the time
            result, content = content[_LENGTH : _LENGTH + length], content[_LENGTH + length :]
            yield marshal.loads(result)  # noqa: S302  # our own worker's
        self.state[2] = end


@dataclass(frozen=True)
class _Forked(Generic[Told]):
    """Processes at work on `count` jobs, each with a shelf; `waiting` are the ids of those that may not have ended."""

    count: int
    shelves: Sequence[_Shelf]
    waiting: list[int]

    def each(self, tell: Callable[[int], None] = nobody) -> Iterator[Told]:
        found: dict[int, Any] = {}
        try:
            for number in range(self.count):
                while number not in found:
                    self._wait(found, tell)
                yield found.pop(number)
            while self.waiting:
                self._wait(found, tell)
        finally:
            self.stop()  # where this process is interrupted, no worker goes on alone

    def results(self, tell: Callable[[int], None] = nobody) -> list[Told]:
        return list(self.each(tell))

    def stop(self) -> None:
        while self.waiting:
            process = self.waiting.pop()
            os.kill(process, signal.SIGTERM)
            os.waitpid(process, 0)
        for shelf in self.shelves:
            shelf.file.close()

    def _wait(self, found: dict[int, Any], tell: Callable[[int], None]) -> None:
        """Add to `found` what was left; where nothing was, wait for the time of a glance.

        Raises WorkerError where a worker has failed, or none is left.
        """
        if not self.waiting:
            raise WorkerError(_UNDONE)
        tell(sum(shelf.state[0] for shelf in self.shelves))
        failed = self._failed()  # first: what a process leaves is all there when it has ended
        more = dict(chain.from_iterable(shelf.taken() for shelf in self.shelves))
        found |= more
        if failed:
            raise WorkerError(found.get(_FAILURE) or f"{_UNDONE} (status {failed})")
        if not more:
            time.sleep(_GLANCE)

    def _failed(self) -> int:
        """Forget the processes that have ended, and return the status of one that has failed, or 0."""
        failed = 0
        for process in tuple(self.waiting):
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                self.waiting.remove(ended)
                failed = failed or status
        return failed


def started(workers: int, jobs: Sequence[Job], work: Work[Job, Told]) -> Working[Told]:
    """Let `workers` processes do `jobs`, of which there may be 16,000, and do not wait for them.

    The result of a job must be a value that `marshal` can write. Which worker does which job is left to their speed.
    With one worker, or one job, or on a system that cannot fork, this process does the work itself when it is asked for
    the results.
    """
    count = min(workers, len(jobs))
    return _parted(count, jobs, work) if count > 1 and hasattr(os, "fork") else _Here(jobs, work)


def started_beside(workers: int, jobs: Sequence[Job], work: Work[Job, Told]) -> Working[Told]:
    """Do as `started` does, but take this process, which has other work meanwhile, for one of the workers.

    With two workers one is forked so; with one, this process does the jobs when it is asked for the results.
    """
    count = min(workers - 1, len(jobs))
    return _parted(count, jobs, work) if count > 0 and hasattr(os, "fork") else _Here(jobs, work)


def _parted(count: int, jobs: Sequence[Job], work: Work[Job, Told]) -> Working[Told]:
    numbers = _numbers(len(jobs))
    states = memoryview(mmap.mmap(-1, count * _STATE)).cast("Q")
    shelves = [_Shelf(TemporaryFile(), states[3 * at : 3 * at + 3]) for at in range(count)]  # noqa: SIM115  # `stop` closes it
    processes: list[int] = []
    for shelf in shelves:
        process = _fork()
        if process == 0:
            _do(shelf, numbers, jobs, work)
        processes.append(process)
    os.close(numbers)
    return _Forked(len(jobs), shelves, processes)


def _fork() -> int:
    sys.stdout.flush()  # what waits to be written would be written by each
    sys.stderr.flush()
    with warnings.catch_warnings():
        # Threads of libraries that compute, such as numpy's, are no danger: they know of forks, and are at rest.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _numbers(count: int) -> int:
    """Return a pipe that holds the numbers of all jobs: each reader takes the next."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_NUMBER, "big") for number in range(count)))
    os.close(writing)
    return reading


def _do(shelf: _Shelf, queue: int, jobs: Sequence[Job], work: Work[Job, Told]) -> NoReturn:
    """Do the jobs that are left, leave their results, and end: nothing of the parent's goes on in a worker."""
    gc.disable()  # a worker lives for seconds, and to look through what it shares with its parent would copy that
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    status = 1
    try:
        numbers: list[int] = []
        for done, result in enumerate(work(_taken(queue, jobs, numbers))):
            shelf.leave(numbers[done], result)
        status = 0
    except BaseException:  # noqa: BLE001  # whatever it is, the parent must hear of it
        shelf.leave(_FAILURE, traceback.format_exc())
    finally:
        os._exit(status)


def _taken(queue: int, jobs: Sequence[Job], numbers: list[int]) -> Iterator[Job]:
    """Yield jobs as long as there are any in the queue, and note their numbers."""
    while number := os.read(queue, _NUMBER):
        numbers.append(int.from_bytes(number, "big"))
        yield jobs[numbers[-1]]
