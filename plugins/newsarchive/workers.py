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
class _Forked(Generic[Told]):
    """Processes at work on `count` jobs; they leave the result of each in a file of `folder`, named by its number.

    `waiting` are the ids of those that may still be at work; each counts in `done` what it has done.
    """

    folder: TemporaryDirectory[str]
    count: int
    waiting: list[int]
    done: mmap.mmap

    def each(self, tell: Callable[[int], None] = nobody) -> Iterator[Told]:
        try:
            for number in range(self.count):
                left = Path(self.folder.name, str(number))
                while self.waiting and not left.exists():
                    self._wait(tell)
                yield self._read(left)
            while self.waiting:
                self._wait(tell)
        finally:
            self.stop()  # where this process is interrupted, no worker goes on alone

    def results(self, tell: Callable[[int], None] = nobody) -> list[Told]:
        return list(self.each(tell))

    def stop(self) -> None:
        while self.waiting:
            process = self.waiting.pop()
            os.kill(process, signal.SIGTERM)
            os.waitpid(process, 0)
        self.folder.cleanup()

    def _read(self, left: Path) -> Told:
        try:
            said: Told = marshal.loads(left.read_bytes())  # noqa: S302  # our own worker's
        except FileNotFoundError as error:
            raise WorkerError(_UNDONE) from error
        return said

    def _wait(self, tell: Callable[[int], None]) -> None:
        """Wait until a process has ended, or for the time of a glance; raises WorkerError for one that has failed."""
        tell(sum(memoryview(self.done).cast("I")))
        for process in self.waiting:
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                self.waiting.remove(ended)
                if status:
                    raise WorkerError(self._said(ended, status))
                return
        time.sleep(_GLANCE)

    def _said(self, process: int, status: int) -> str:
        try:
            return _last_words(Path(self.folder.name), process).read_text("utf-8")
        except OSError:
            return f"{_UNDONE} (status {status})"


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
    folder = TemporaryDirectory(prefix="newsarchive-")
    numbers, done = _numbers(len(jobs)), mmap.mmap(-1, count * _NUMBER)
    processes: list[int] = []
    for at in range(count):
        process = _fork()
        if process == 0:
            _do(Path(folder.name), _Queue(numbers, memoryview(done).cast("I")[at : at + 1]), jobs, work)
        processes.append(process)
    os.close(numbers)
    return _Forked(folder, len(jobs), processes, done)


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
    """Do the jobs that are left, leave the results in files, and end: nothing of the parent's goes on in a worker."""
    gc.disable()  # a worker lives for seconds, and to look through what it shares with its parent would copy that
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    status = 1
    try:
        numbers: list[int] = []
        for done, result in enumerate(work(queue.taken(jobs, numbers))):
            _leave(Path(folder, str(numbers[done])), marshal.dumps(result))  # type: ignore[arg-type]  # it can be: `started` says
        status = 0
    except BaseException:  # noqa: BLE001  # whatever it is, the parent must hear of it
        _leave(_last_words(folder, os.getpid()), traceback.format_exc().encode("utf-8", "replace"))
    finally:
        os._exit(status)


def _leave(path: Path, content: bytes) -> None:
    """Write a file that is whole as soon as it has its name."""
    beside = path.with_suffix(".new")
    beside.write_bytes(content)
    beside.rename(path)


def _last_words(folder: Path, process: int) -> Path:
    return folder / f"{process}.failed"
