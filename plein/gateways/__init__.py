"""One folder per outside system: theirs in, ours out, and a simulator that behaves the same."""
