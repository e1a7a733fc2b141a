"""JSON Schema for editors, and the commented template for authors."""

from __future__ import annotations

from importlib import resources
from typing import Any

from simulator.scenario.model import Scenario


def json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a scenario file, with every field's description."""
    schema = Scenario.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Lintas scenario"}


def template(key: str) -> str:
    """A whole scenario with comments, ready to be changed; it passes lint as it is."""
    return (resources.files(__package__) / "template.yaml").read_text("utf-8").replace("KEY", key)
