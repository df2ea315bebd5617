"""All benchmarks: `make bench`, or `python -m bench.orders` for one."""

from bench import credentials, log, looks, orders

if __name__ == "__main__":
    orders.main()
    looks.main()
    log.main()
    credentials.main()
