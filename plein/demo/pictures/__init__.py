"""Pictures of products for the demo: our own drawings, the same on every machine."""

from plein.demo.pictures.drawing import MOTIFS, draw

__all__ = ["MOTIFS", "draw"]
