"""The measuring helpers: what the figures of the benchmarks rest on."""

from __future__ import annotations

import pytest

from benchmarks.measure import Figure, Metric, fingerprint, percentile


@pytest.mark.parametrize(
    ("count", "part", "found"),
    [
        (20, 95, 19),
        (20, 100, 20),
        (20, 50, 10),
        (20, 0, 1),
        (1000, 99.9, 999),
        (1001, 99.9, 1000),
        (1, 99.9, 1),
    ],
)
def test_a_percentile_is_one_of_the_values_by_nearest_rank(count: int, part: float, found: int) -> None:
    values = [float(value) for value in range(count, 0, -1)]
    assert percentile(values, part) == found


def test_one_long_gap_among_a_thousand_is_seen_in_the_greatest_alone() -> None:
    gaps = [1.0] * 999 + [250.0]
    assert (percentile(gaps, 99.9), percentile(gaps, 100)) == (1.0, 250.0)
    assert percentile([*gaps, 250.0], 99.9) == 250.0


def test_no_values_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


def test_lists_in_another_order_have_another_fingerprint() -> None:
    assert fingerprint([1, 2, 3]) == fingerprint([1, 2, 3])
    assert fingerprint([1, 2, 3]) != fingerprint([1, 3, 2])
    assert fingerprint([1, 23]) != fingerprint([12, 3])


def metric(value: float, ratio: float, limit: float, **more: object) -> Metric:
    """A metric with just what the limits need."""
    return Metric(value, "ms", ratio, "a peer", limit, [ratio], **more)  # type: ignore[arg-type]


def test_a_limit_is_one_of_the_ratio_unless_it_is_of_the_value() -> None:
    assert metric(200, 0.9, 1.0, at_most=True).ok
    assert not metric(200, 0.9, 100, at_most=True, of_value=True).ok
    assert metric(90, 5, 100, at_most=True, of_value=True).ok
    assert metric(1, 0.9, 0.85).ok
    assert not metric(1, 0.8, 0.85).ok


def test_a_metric_is_good_only_if_all_its_figures_are() -> None:
    told, held, missed = Figure(500, "ms"), Figure(99, "ms", 100), Figure(101, "ms", 100)
    assert metric(1, 1, 1, figures={"told": told, "held": held}).ok
    bad = metric(1, 1, 1, figures={"told": told, "missed": missed})
    assert not bad.ok
    assert bad.plain()["ok"] is False
    assert bad.plain()["figures"] == {
        "told": {"value": 500, "unit": "ms"},
        "missed": {"value": 101, "unit": "ms", "limit": 100, "ok": False},
    }
