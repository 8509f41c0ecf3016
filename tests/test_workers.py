"""Workers: jobs that processes share, and what becomes of one that fails."""

import os
import threading
import time

import pytest

from newsarchive.workers import WorkerError, may_fork, started, started_beside, usable_workers


def squares(numbers):
    return (number * number for number in numbers)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_jobs(workers):
    assert started(workers, range(500), squares).results() == [number * number for number in range(500)]


def whose(jobs):
    for job in jobs:
        yield job, os.getpid()


def test_several_workers_are_several_processes():
    assert os.getpid() not in {process for _, process in started(2, range(8), whose).results()}
    assert {process for _, process in started(1, range(8), whose).results()} == {os.getpid()}


def test_beside_a_process_with_work_of_its_own_there_is_one_worker_less():
    assert {process for _, process in started_beside(1, range(8), whose).results()} == {os.getpid()}
    ((_, first), (_, second)) = started_beside(2, range(2), whose).results()
    assert first == second != os.getpid()


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_a_result_does_not_wait_for_the_next(workers):
    def slower(jobs):
        for job in jobs:
            time.sleep(60 * job)
            yield job

    working = started(workers, range(2), slower)
    assert next(working.each()) == 0
    working.stop()


def test_a_system_that_cannot_fork_does_the_work_all_the_same(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert started(3, range(5), squares).results() == [0, 1, 4, 9, 16]


def test_no_job_at_all_is_no_work():
    assert started(2, [], squares).results() == []


def test_what_a_worker_had_to_say_is_told():
    def failing(jobs):
        for job in jobs:
            if job == 3:
                message = "three is too much"
                raise ValueError(message)
            yield job

    with pytest.raises(WorkerError, match="three is too much"):
        started(2, range(9), failing).results()


def test_a_result_that_cannot_be_sent_is_told():
    with pytest.raises(WorkerError, match="unmarshallable"):
        started(2, range(9), lambda jobs: (object() for _ in jobs)).results()


@pytest.mark.parametrize("status", [0, 9])
def test_a_worker_that_dies_is_told(status):
    def dying(jobs):
        for _ in jobs:
            os._exit(status)
            yield

    with pytest.raises(WorkerError, match="ended before its work was done"):
        started(2, range(9), dying).results()


def test_there_is_a_worker():
    assert usable_workers() >= 1


@pytest.mark.parametrize("workers", [1, 2])
def test_how_many_are_done_is_told(workers):
    def slow(jobs):
        for job in jobs:
            time.sleep(0.02)
            yield job

    told = []
    started(workers, range(8), slow).results(told.append)
    assert told == sorted(told)
    assert 0 < told[-1] <= 8


def test_no_worker_goes_on_when_the_parent_is_interrupted():
    def endless(jobs):
        for job in jobs:
            time.sleep(60)
            yield job

    def interrupt(_):
        raise KeyboardInterrupt

    working = started(2, range(2), endless)
    processes = tuple(working.waiting)
    with pytest.raises(KeyboardInterrupt):
        working.results(interrupt)
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_beside_a_thread_none_may_fork():
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    found = may_fork(), usable_workers()
    ended.set()
    thread.join()
    assert found == (False, 1)


def test_work_that_is_stopped_goes_on_nowhere():
    def endless(jobs):
        for job in jobs:
            time.sleep(60)
            yield job

    working = started(2, range(2), endless)
    processes = tuple(working.waiting)
    working.stop()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    started(1, range(2), endless).stop()
