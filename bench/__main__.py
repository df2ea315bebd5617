"""All benchmarks: `make bench`, or `python -m bench.orders` for one."""

from bench import credentials, orders

if __name__ == "__main__":
    orders.main()
    credentials.main()
