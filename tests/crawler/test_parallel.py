"""Jobs over the cores: results in order, a dead process costs one job."""

import os
from itertools import islice

from crawler.parallel import in_order


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


def test_jobs_are_taken_as_they_are_needed():
    taken = []

    def jobs():
        for number in range(10_000):
            taken.append(number)
            yield number

    first = list(islice(in_order(Double(), jobs(), processes=2), 10))

    assert first == [2 * n for n in range(10)]
    assert len(taken) < 1_000
