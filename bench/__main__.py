"""All benchmarks: `make bench`, or `python -m bench.orders` for one."""

from bench import orders

if __name__ == "__main__":
    orders.main()
