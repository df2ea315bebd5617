"""The feed as JSON and as XML, where elements are called as the keys; the writer escapes texts."""

import json
import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

# Of each list: what one of it is called.
ONE_OF = {"services": "service", "steps": "step", "law": "article"}
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_json(feed: dict[str, Any]) -> bytes:
    return json.dumps(feed, ensure_ascii=False, indent=2).encode()


def as_xml(feed: dict[str, Any]) -> bytes:
    root = Element("feed")
    _fill(root, feed)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _fill(parent: Element, given: Any) -> None:
    if isinstance(given, dict):
        for key, each in given.items():
            if each is not None:
                _fill(SubElement(parent, key), each)
    elif isinstance(given, list):
        for each in given:
            _fill(SubElement(parent, ONE_OF[parent.tag]), each)
    else:
        parent.text = _NOT_IN_XML.sub("", str(given))
