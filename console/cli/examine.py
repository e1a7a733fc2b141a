"""`lintas examine`: one document, or many, straight through the line."""

from __future__ import annotations

from typing import Annotated

import typer

from console.cli.inputs import parse_json, read_image, read_lines
from console.cli.plain import plain
from console.cli.progress import with_progress
from console.cli.session import Json, Server, print_json, session_of, told_plainly
from console.cli.verdict import Verdict
from console.client import ServiceError, new_request_id
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
    base = _base(mrz, viz, journey, visa_mrz)
    base.reading_engine, base.retry = engine, retry
    verdict = Verdict(session.language)
    names, failures = images or [""], 0
    with told_plainly(), session.client(server) as client:
        for name in with_progress(names, session.err, "examined"):
            request = verification_pb2.ExamineRequest(request_id=new_request_id())
            request.MergeFrom(base)
            try:
                if name:
                    request.image = read_image(name)
                case = client.examine(request)
            except (ServiceError, typer.BadParameter) as error:
                if len(names) == 1 or (isinstance(error, ServiceError) and not error.reason.startswith("IMAGE_")):
                    raise
                failures += 1  # the others can still be examined
                session.err.print(f"{plain(name)}: {plain(_why(error))}", highlight=False, soft_wrap=True)
                continue
            if as_json:
                print_json(case)
            else:
                session.out.print(verdict.panel(case, title=name or "MRZ"))
    if failures:
        raise typer.Exit(1)


def _base(mrz: str, viz: str, journey: str, visa_mrz: str) -> verification_pb2.ExamineRequest:
    """What goes with every image."""
    base = verification_pb2.ExamineRequest()
    if mrz:
        base.mrz_lines.extend(read_lines(mrz, "--mrz"))
    if visa_mrz:
        base.visa_mrz_lines.extend(read_lines(visa_mrz, "--visa-mrz"))
    if viz:
        base.visual_zone.CopyFrom(parse_json(viz, verification_pb2.VisualZone(), "--viz"))
    if journey:
        base.journey.CopyFrom(parse_json(journey, common_pb2.Journey(), "--journey"))
    return base


def _why(error: ServiceError | typer.BadParameter) -> str:
    """Without the name of the file, which stands before it."""
    text = error.message
    return text.split(": ", 1)[-1]
