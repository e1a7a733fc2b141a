"""A report as one HTML file: nothing fetched, no script, and a content security policy that says so."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Final

from simulator.report.blocks import Report
from simulator.report.plain import Plain, plain_report
from simulator.report.voice import Voice

TEMPLATES: Final = Path(__file__).parent / "templates"


def content_policy() -> str:
    """The content security policy that a report keeps to, for whoever serves one: its own style sheet and its plots."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _style() -> str:
    return (TEMPLATES / "report.css").read_text(encoding="utf-8")


def to_html(report: Report, voice: Voice) -> str:
    """UTF-8 text, the same for the same report. Plots travel inside as data: images, where a page's policy for styles
    does not reach."""
    import jinja2  # noqa: PLC0415 - only reports need it
    from markupsafe import Markup  # noqa: PLC0415

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    content = plain_report(report, voice)
    for section in content["sections"]:
        for block in section["blocks"]:
            if block["kind"] == "pictures":
                block["items"] = [_embedded(each) for each in block["items"]]
    return environment.get_template("report.html.j2").render(
        r=content,
        css=Markup(_style()),  # noqa: S704 - a file of ours, not anybody's input
        policy=Markup(content_policy()),  # noqa: S704 - made of nothing but the above
    )


def _embedded(picture: Plain) -> Plain:
    data = base64.b64encode(picture["svg"].encode()).decode()
    return {**picture, "data": f"data:image/svg+xml;base64,{data}"}
