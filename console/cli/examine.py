"""`lintas examine`: one document, or many, straight through the line."""

from __future__ import annotations

from typing import Annotated

import typer

from console.cli.inputs import parse_json, read_bytes, read_lines
from console.cli.progress import with_progress
from console.cli.session import Json, Server, print_json, session_of, told_plainly
from console.cli.verdict import Verdict
from console.client import new_request_id
from lintas.v1 import common_pb2, verification_pb2


def examine(
    context: typer.Context,
    images: Annotated[
        list[str] | None, typer.Argument(metavar="[IMAGE]...", help="JPEG, PNG, WebP or TIFF files; - is stdin.")
    ] = None,
    mrz: Annotated[
        str, typer.Option("--mrz", metavar="FILE|-", help="MRZ text instead of an image, or beside one image.")
    ] = "",
    viz: Annotated[
        str,
        typer.Option(
            "--viz", metavar="JSON", help="What is printed on the page: JSON of VisualZone, inline or a file."
        ),
    ] = "",
    journey: Annotated[
        str,
        typer.Option("--journey", metavar="JSON|FILE", help="Journey facts: inline JSON, or a .json or .yaml file."),
    ] = "",
    visa_mrz: Annotated[
        str, typer.Option("--visa-mrz", metavar="FILE|-", help="MRZ text of the visa shown with the passport.")
    ] = "",
    engine: Annotated[str, typer.Option("--engine", help="auto, ocrb, tesseract or passporteye.")] = "auto",
    retry: Annotated[
        bool, typer.Option("--retry", help="The same document again, after advice to read it again.")
    ] = False,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Examine documents and record the cases.

    Example: lintas examine passport.jpg --viz '{"surname": "ERIKSSON"}'
    """
    session = session_of(context)
    if not images and not mrz:
        raise typer.BadParameter("give an image or --mrz FILE", param_hint="IMAGE")
    if mrz and images and len(images) > 1:
        raise typer.BadParameter("--mrz goes with at most one image", param_hint="--mrz")
    base = verification_pb2.ExamineRequest(reading_engine=engine, retry=retry)
    if mrz:
        base.mrz_lines.extend(read_lines(mrz, "--mrz"))
    if visa_mrz:
        base.visa_mrz_lines.extend(read_lines(visa_mrz, "--visa-mrz"))
    if viz:
        base.visual_zone.CopyFrom(parse_json(viz, verification_pb2.VisualZone(), "--viz"))
    if journey:
        base.journey.CopyFrom(parse_json(journey, common_pb2.Journey(), "--journey"))
    verdict = Verdict(session.language)
    with told_plainly(), session.client(server) as client:
        for name in with_progress(images or [""], session.err, "examined"):
            request = verification_pb2.ExamineRequest(request_id=new_request_id())
            request.MergeFrom(base)
            if name:
                request.image = read_bytes(name, "IMAGE")
            case = client.examine(request)
            if as_json:
                print_json(case)
            else:
                session.out.print(verdict.panel(case, title=name or "MRZ"))
