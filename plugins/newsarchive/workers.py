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
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, NoReturn, Protocol, TypeVar

Job = TypeVar("Job")
Told = TypeVar("Told")
Work = Callable[[Iterator[Job]], Iterator[Told]]
"""What a worker does: it gets jobs as it takes them, and yields the result of each."""

_NUMBER = 4  # bytes of a job's number in the queue, and of a count
_GLANCE = 0.005  # seconds between two looks at how far the workers are: a build that finds all made waits three times


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

    def results(self, tell: Callable[[int], None] = nobody) -> list[Told]:
        """Wait, and return the results in the order of the jobs; raises WorkerError. `tell` hears how many are done."""
        ...

    def stop(self) -> None:
        """End the work without results, where it has not ended."""
        ...


@dataclass(frozen=True)
class _Here(Generic[Job, Told]):
    """Jobs that this process does when it is asked for the results."""

    jobs: Sequence[Job]
    work: Work[Job, Told]

    def results(self, tell: Callable[[int], None] = nobody) -> list[Told]:
        found = []
        for result in self.work(iter(self.jobs)):
            found.append(result)
            tell(len(found))
        return found

    def stop(self) -> None:
        """End nothing: what nobody asked for was not begun."""


@dataclass(frozen=True)
class _Forked(Generic[Told]):
    """Processes at work, by their ids; each leaves its results in a file of `folder`, and counts its jobs in `done`.

    `waiting` are those that may still be at work.
    """

    folder: TemporaryDirectory[str]
    processes: tuple[int, ...]
    waiting: list[int]
    done: mmap.mmap

    def results(self, tell: Callable[[int], None] = nobody) -> list[Told]:
        found: dict[int, Told] = {}
        with self.folder as folder:
            for process in self._ended(tell):
                said = marshal.loads(Path(folder, str(process)).read_bytes())  # noqa: S302  # our own worker's
                if isinstance(said, str):
                    raise WorkerError(said)
                found.update(said)
        return [found[number] for number in sorted(found)]

    def _ended(self, tell: Callable[[int], None]) -> Sequence[int]:
        """Wait for every process; where this one is interrupted, none goes on alone."""
        try:
            while self.waiting:
                process, status = os.waitpid(self.waiting[0], os.WNOHANG)
                if not process:
                    tell(sum(memoryview(self.done).cast("I")))
                    time.sleep(_GLANCE)
                    continue
                self.waiting.remove(process)
                if status and not Path(self.folder.name, str(process)).exists():
                    message = f"a worker ended before its work was done (status {status})"
                    raise WorkerError(message)
        finally:
            self._end()
        return self.processes

    def stop(self) -> None:
        self._end()
        self.folder.cleanup()

    def _end(self) -> None:
        while self.waiting:
            process = self.waiting.pop()
            os.kill(process, signal.SIGTERM)
            os.waitpid(process, 0)


def started(workers: int, jobs: Sequence[Job], work: Work[Job, Told]) -> Working[Told]:
    """Let `workers` processes do `jobs`, of which there may be 16,000, and do not wait for them.

    The result of a job must be a value that `marshal` can write. Which worker does which job is left to their speed.
    With one worker, or one job, or on a system that cannot fork, this process does the work itself when it is asked for
    the results.
    """
    count = min(workers, len(jobs)) if hasattr(os, "fork") else 1
    if count <= 1:
        return _Here(jobs, work)
    folder = TemporaryDirectory(prefix="newsarchive-")
    numbers, done = _numbers(len(jobs)), mmap.mmap(-1, count * _NUMBER)
    processes: list[int] = []
    for at in range(count):
        process = _forked()
        if process == 0:
            _do(Path(folder.name), _Queue(numbers, memoryview(done).cast("I")[at : at + 1]), jobs, work)
        processes.append(process)
    os.close(numbers)
    return _Forked(folder, tuple(processes), processes, done)


def _forked() -> int:
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


@dataclass(frozen=True)
class _Queue:
    """Where a worker takes the numbers of its jobs, and where it counts them."""

    numbers: int
    done: memoryview

    def taken(self, jobs: Sequence[Job], numbers: list[int]) -> Iterator[Job]:
        """Yield jobs as long as there are any, and note their numbers."""
        while number := os.read(self.numbers, _NUMBER):
            numbers.append(int.from_bytes(number, "big"))
            yield jobs[numbers[-1]]
            self.done[0] += 1


def _do(folder: Path, queue: _Queue, jobs: Sequence[Job], work: Work[Job, Told]) -> NoReturn:
    """Do the jobs that are left, leave the results in a file, and end: nothing of the parent's goes on in a worker."""
    gc.disable()  # a worker lives for seconds, and to look through what it shares with its parent would copy that
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    status = 1
    try:
        numbers: list[int] = []
        results = list(work(queue.taken(jobs, numbers)))
        said = marshal.dumps(dict(zip(numbers, results, strict=True)))
        status = 0
    except BaseException:  # noqa: BLE001  # whatever it is, the parent must hear of it
        said = marshal.dumps(traceback.format_exc())
    try:
        Path(folder, str(os.getpid())).write_bytes(said)
    finally:
        os._exit(status)
