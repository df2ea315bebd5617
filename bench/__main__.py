"""All benchmarks: `make bench`, or `python -m bench.orders` for one."""

from bench import credentials, gate, log, looks, orders

if __name__ == "__main__":
    for bench in (orders, looks, gate, credentials, log):
        print(f"\n{bench.__name__}", flush=True)
        bench.main()
