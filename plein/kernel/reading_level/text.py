"""A text as sentences and words. What is filled in later counts as one short word."""

import re

_TAG = re.compile(r"<[^<>]+>")
_FILLED_IN = re.compile(r"%\(\w+\)[sd]|%[sd]\b|\{\{[^{}]*\}\}|\{[^{}]*\}")
_SHORT_WORD = "dag"
_WORD = re.compile(r"[^\W_]+(?:[-'’.,:/@][^\W_]+)*")
_SHORTENED = r"(?<!\bart)(?<!\bnr)(?<!\bca)(?<!\btel)(?<!\bblz)"
# A small letter after a full stop goes on with the sentence: "t.a.v. de bewoner".
_END = re.compile(_SHORTENED + r"[.!?…]+[\"'”’»)]*\s+(?![a-z])|\n+")


def sentences(text: str) -> list[str]:
    plain = _FILLED_IN.sub(_SHORT_WORD, _TAG.sub("", text))
    said = (each.strip() for each in _split(plain))
    return [each for each in said if words(each)]


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def _split(text: str) -> list[str]:
    starts = [0, *(match.end() for match in _END.finditer(text))]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
