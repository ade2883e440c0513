"""Reads two files, a page of metrics in OpenMetrics and the same one in Prometheus' text format, with the parsers of
Prometheus' Python client. Fails, with what is wrong, when one of them is refused, a family is there twice, or the two
do not tell of the same series."""

import sys

from prometheus_client.openmetrics.parser import text_string_to_metric_families as read_openmetrics
from prometheus_client.parser import text_string_to_metric_families as read_text


def series(families):
    names, found = set(), set()
    for family in families:
        assert family.name not in names, f"the family {family.name} is there twice"
        names.add(family.name)
        for sample in family.samples:
            key = (sample.name, tuple(sorted(sample.labels.items())))
            assert key not in found, f"the series {key} is there twice"
            found.add(key)
    return found


def main(openmetrics, text):
    with open(openmetrics, encoding="utf-8") as page:
        first = series(read_openmetrics(page.read()))
    with open(text, encoding="utf-8") as page:
        second = series(read_text(page.read()))
    # The two pages are of two moments: the first request is in the second page.
    lost = first - second
    assert not lost, f"only OpenMetrics tells of {sorted(lost)[:5]}"
    print(len(first))


if __name__ == "__main__":
    main(*sys.argv[1:])
