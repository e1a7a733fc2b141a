"""Plots as SVG: the same figures give the same bytes, letters are outlines, so that no font is needed to see them."""
