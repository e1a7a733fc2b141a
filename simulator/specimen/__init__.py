"""Specimen documents of fictional states: `render(spec, view)` draws them, `Camera` photographs or scans them."""

from simulator.specimen.box import Box
from simulator.specimen.camera import Camera, photograph
from simulator.specimen.defect import Defect, DefectKind, Tool
from simulator.specimen.page import Page, PlantedAt
from simulator.specimen.render import render
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
    "PlantedAt",
    "Template",
    "Tool",
    "View",
    "photograph",
    "render",
]
