"""Many small jobs over the cores, results in the order of the jobs, few in memory at once."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context
from threading import current_thread, main_thread
from typing import Any, Protocol, TypeVar

Job = TypeVar("Job")
Job_contra = TypeVar("Job_contra", contravariant=True)
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)

AHEAD = 4
"""Batches that wait for each process, so that none idles while the first of them is awaited."""

BATCH = 8
"""Jobs handed over at once; a page takes milliseconds, handing one over costs about a tenth of that."""


class Work(Protocol[Job_contra, Result_co]):
    """What is done with each job; it travels to every process once, and must pickle."""

    def __call__(self, job: Job_contra, /) -> Result_co:
        """Do one job; should not raise."""

    def lost(self, job: Job_contra, error: BaseException, /) -> Result_co:
        """Give the result of a job whose process died of it."""


class _Local:
    """The work of this process, put here by the pool's initializer."""

    work: Work[Any, Any]


def _begin(work: Work[Job, Result]) -> None:
    # Ctrl-C is for the process that hands out the jobs; one that died of it here would leave that one waiting.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Local.work = work


def _batch(jobs: list[Any]) -> list[Any]:
    return [_Local.work(job) for job in jobs]


def in_order(work: Work[Job, Result], jobs: Iterable[Job], *, processes: int, few: int = 1) -> Iterator[Result]:
    """Do every job and give the results in the order of the jobs.

    Takes as many processes as the machine has cores (or *processes*), and none beside this one for no more than
    *few* jobs. Holds a bounded number of jobs and results, however many there are. A job that kills its process costs
    that job alone: the jobs around it are done again one by one.
    """
    processes = processes or len(os.sched_getaffinity(0))
    stream = iter(jobs)
    first = list(islice(stream, few + 1))
    if len(first) <= few or processes == 1:
        yield from map(work, chain(first, stream))
        return
    batches = _batches(chain(first, stream))
    pool = _pool(work, processes)
    waiting: deque[tuple[list[Job], Future[list[Result]]]] = deque()
    try:
        while True:
            for batch in islice(batches, processes * AHEAD - len(waiting)):
                waiting.append((batch, _submit(pool, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                yield from _one_by_one(work, batch)
                pool = _pool(work, processes)
                waiting = deque((jobs_, _submit(pool, jobs_)) for jobs_, _ in waiting)
    finally:
        with _deaf():
            pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Let no second Ctrl-C come between a pool and its end, which takes a batch at most: Python would hang at exit."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _pool(work: Work[Job, Result], processes: int) -> ProcessPoolExecutor:
    # A fork starts at once with everything imported; no other thread of this process holds a lock at this point.
    return ProcessPoolExecutor(processes, mp_context=get_context("fork"), initializer=_begin, initargs=(work,))


def _submit(pool: ProcessPoolExecutor, batch: list[Any]) -> "Future[list[Any]]":
    """Hand a batch to a pool; where a job before it has broken the pool already, its future says so as any other would."""
    try:
        return pool.submit(_batch, batch)
    except BrokenProcessPool as error:
        broken: Future[list[Any]] = Future()
        broken.set_exception(error)
        return broken


def _one_by_one(work: Work[Job, Result], batch: list[Job]) -> Iterator[Result]:
    for job in batch:
        with _pool(work, 1) as pool:
            try:
                yield from pool.submit(_batch, [job]).result()
            except BrokenProcessPool as error:
                yield work.lost(job, error)


def _batches(jobs: Iterator[Job]) -> Iterator[list[Job]]:
    while batch := list(islice(jobs, BATCH)):
        yield batch
