"""Reads a JSON list of YAML texts from standard input, and writes for each what PyYAML makes of it:
{"pure": ..., "libyaml": ...}, each {"value": ...} or {"error": "..."}. A mapping in a value is written
as {"fields": [[key, value], ...]}."""

import datetime
import json
import sys

import yaml

sys.setrecursionlimit(20_000)


def plain(value):
    if isinstance(value, dict):
        return {
            "fields": [
                [key if isinstance(key, str) else f"!{type(key).__name__} {key}", plain(item)]
                for key, item in value.items()
            ]
        }
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, (datetime.date, bytes, set)):
        return {"fields": [["!" + type(value).__name__, str(value)]]}
    return value


def read(text, loader):
    try:
        return {"value": plain(yaml.load(text, Loader=loader))}
    except Exception as error:  # whatever it is, the text was not read
        return {"error": f"{type(error).__name__}: {error}"}


loaders = {"pure": yaml.SafeLoader}
if hasattr(yaml, "CSafeLoader"):
    loaders["libyaml"] = yaml.CSafeLoader

texts = json.load(sys.stdin)
json.dump([{name: read(text, loader) for name, loader in loaders.items()} for text in texts], sys.stdout)
