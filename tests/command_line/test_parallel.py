"""Jobs over the cores: results in order, a dead process costs one job."""

import os
import signal
import subprocess
import sys
import time
from itertools import islice

from crawler.command_line.parallel import BATCH, in_order
from tests.stand.commands import environment


class Double:
    def __call__(self, job):
        if job == "die":
            os._exit(1)
        return job * 2

    def lost(self, job, error):
        return f"lost {job}"


def test_results_come_in_the_order_of_the_jobs():
    assert list(in_order(Double(), range(100), processes=2)) == [2 * n for n in range(100)]


def test_no_jobs_give_no_results():
    assert list(in_order(Double(), [], processes=2)) == []


def test_few_jobs_need_no_other_process():
    seen = list(in_order(lambda job: os.getpid(), range(3), processes=2, few=3))

    assert seen == [os.getpid()] * 3


def test_a_job_that_kills_its_process_costs_that_job_alone():
    jobs = [*map(str, range(40)), "die", *map(str, range(40))]

    results = list(in_order(Double(), jobs, processes=2))

    assert results == [job * 2 if job != "die" else "lost die" for job in jobs]


def test_a_process_may_die_before_the_next_jobs_are_handed_out():
    def jobs():
        yield from ("die", *map(str, range(2 * BATCH)))
        time.sleep(0.5)  # by now the pool knows
        yield from map(str, range(3 * BATCH))

    results = list(in_order(Double(), jobs(), processes=2))

    assert results == ["lost die", *(str(n) * 2 for n in [*range(2 * BATCH), *range(3 * BATCH)])]


def test_jobs_are_taken_as_they_are_needed():
    taken = []

    def jobs():
        for number in range(10_000):
            taken.append(number)
            yield number

    first = list(islice(in_order(Double(), jobs(), processes=2), 10))

    assert first == [2 * n for n in range(10)]
    assert len(taken) < 1_000


class Slow(Double):
    def __call__(self, job):
        time.sleep(0.05)
        return job


def test_one_who_is_interrupted_twice_comes_to_an_end():
    code = (
        "import signal; from crawler.command_line.parallel import BATCH, in_order; from tests.command_line.test_parallel import Slow\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "for result in in_order(Slow(), range(100_000), processes=2): print(result, flush=True)"
    )
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "start_new_session": True}
    with subprocess.Popen([sys.executable, "-c", code], env=environment(""), **told) as process:
        process.stdout.readline()
        for _ in range(2):
            os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.1)
        try:
            _, errors = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise

    assert process.returncode == -signal.SIGINT
    assert errors.count(b"Traceback") == 1
