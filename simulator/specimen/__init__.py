"""Specimen documents of fictional states: `render(spec, view)` draws them, `Camera` photographs or scans them."""

from simulator.specimen.box import Box
from simulator.specimen.camera import Camera, photograph
from simulator.specimen.defect import Defect, DefectKind, Tool
from simulator.specimen.page import Page, Placement, PlantedAt
from simulator.specimen.portrait_store import Portrait, document_photos, faces_of, picture, portraits
from simulator.specimen.render import page_views, placement, prepare, render
from simulator.specimen.spec import DocumentSpec, Holder, Template
from simulator.specimen.view import Light, Part, View

__all__ = [
    "Box",
    "Camera",
    "Defect",
    "DefectKind",
    "DocumentSpec",
    "Holder",
    "Light",
    "Page",
    "Part",
    "Placement",
    "PlantedAt",
    "Portrait",
    "Template",
    "Tool",
    "View",
    "document_photos",
    "faces_of",
    "page_views",
    "photograph",
    "picture",
    "placement",
    "portraits",
    "prepare",
    "render",
]
