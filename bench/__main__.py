"""All benchmarks: `make bench`, or `python -m bench.orders` for one."""

from bench import (
    cases,
    credentials,
    gate,
    intake,
    live,
    log,
    looks,
    orders,
    payments,
    policy,
    rules,
    shop,
)

if __name__ == "__main__":
    # Rules first, while this process is small: what it holds counts in the peak of its children.
    for bench in (
        rules,
        policy,
        orders,
        shop,
        payments,
        looks,
        gate,
        credentials,
        log,
        live,
        cases,
        intake,
    ):
        print(f"\n{bench.__name__}", flush=True)
        bench.main()
