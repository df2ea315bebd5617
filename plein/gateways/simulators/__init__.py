"""The government sources as they would answer, in one process, for the demo and the tests.

Nothing here is real: the people are those of the demo (`people.yaml`), with test numbers. Each
source speaks its own interface and can be told to fail (`faults`), as real ones do.
"""
