import io

from deckgen.cli.progress import Meter, progress


class Clock:
    """A clock that stands still until it is set."""

    now = 0.0

    def __call__(self):
        return self.now


def meter():
    clock = Clock()
    return Meter(io.StringIO(), clock), clock


def test_short_work_draws_nothing():
    drawn, clock = meter()
    clock.now = 0.9
    drawn.step("layout", 1, 2)
    drawn.erase()
    assert drawn.stream.getvalue() == ""


def test_long_work_draws_a_line_over_itself():
    drawn, clock = meter()
    clock.now = 1.5
    drawn.step("layout", 12, 24)
    assert drawn.stream.getvalue() == "\rlayout       [############............] 12/24"


def test_steps_in_quick_succession_are_not_all_drawn():
    drawn, clock = meter()
    clock.now = 1.5
    drawn.step("layout", 1, 3)
    clock.now = 1.55
    drawn.step("layout", 2, 3)
    assert "2/3" not in drawn.stream.getvalue()


def test_the_line_is_erased_at_the_end():
    drawn, clock = meter()
    clock.now = 1.5
    drawn.step("layout", 0, 0)
    length = len(drawn.stream.getvalue()) - 1
    drawn.erase()
    assert drawn.stream.getvalue().endswith("\r" + " " * length + "\r")


def test_nothing_is_measured_where_nobody_watches():
    with progress(shown=False) as step:
        assert step is None
