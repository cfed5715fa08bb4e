"""The server's time on a PC whose own clock cannot be trusted."""

from __future__ import annotations

from wzpdcl_desktop.sync.clock import ServerClock


class Pc:
    """A PC with a clock to play with."""

    def __init__(self) -> None:
        self.monotonic = 50.0
        self.wall = 1_000_000

    def pass_time(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += round(seconds * 1000)

    def clock(self, saved: int | None = None) -> ServerClock:
        return ServerClock(lambda: self.monotonic, lambda: self.wall, saved)


def test_before_any_answer_it_is_the_pcs_clock_with_the_offset_of_last_time() -> None:
    pc = Pc()
    assert pc.clock().now() == 1_000_000
    assert pc.clock().offset is None
    assert pc.clock(saved=500).now() == 1_000_500
    assert not pc.clock(saved=999_999).wrong, "an old offset is no proof"


def test_the_answer_is_taken_in_the_middle_of_its_round_trip() -> None:
    pc = Pc()
    clock = pc.clock()
    clock.sample(5_000_000, sent=49.0, received=50.0)
    assert clock.now() == 5_000_500
    pc.pass_time(10)
    assert clock.now() == 5_010_500
    assert clock.offset == 4_000_500


def test_the_quickest_of_the_last_answers_counts() -> None:
    pc = Pc()
    clock = pc.clock()
    clock.sample(5_000_000, sent=50.0, received=50.0)
    clock.sample(9_000_000, sent=30.0, received=50.0)
    assert clock.now() == 5_000_000
    for _ in range(8):
        clock.sample(6_000_000, sent=49.9, received=50.1)
    assert clock.now() == 6_000_000, "the quick one is too old now"


def test_after_sleep_the_time_is_a_guess_until_the_next_answer() -> None:
    pc = Pc()
    clock = pc.clock()
    clock.sample(5_000_000, 50.0, 50.0)
    assert not clock.stale
    pc.wall += 3_600_000  # the monotonic clock stood still
    assert clock.stale
    assert clock.now() == 8_600_000
    clock.sample(8_600_007, 50.0, 50.0)
    assert not clock.stale
    assert clock.now() == 8_600_007


def test_a_clock_set_back_by_hand_does_not_set_the_servers_time_back() -> None:
    pc = Pc()
    clock = pc.clock()
    clock.sample(5_000_000, 50.0, 50.0)
    pc.wall -= 600_000
    pc.pass_time(1)
    assert clock.now() == 5_001_000
    assert clock.stale


def test_wrong_above_two_minutes_either_way() -> None:
    for offset, wrong in ((119_000, False), (121_000, True), (-119_000, False), (-121_000, True)):
        pc = Pc()
        clock = pc.clock()
        clock.sample(pc.wall + offset, 50.0, 50.0)
        assert clock.wrong is wrong


def test_the_offset_of_an_earlier_run_counts_until_there_is_an_answer() -> None:
    pc = Pc()
    clock = pc.clock()
    clock.restore(None)
    assert clock.now() == 1_000_000
    clock.restore(-400)
    assert clock.now() == 999_600
    clock.sample(1_000_900, 50.0, 50.0)
    clock.restore(-400)
    assert clock.now() == 1_000_900
