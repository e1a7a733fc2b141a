"""What the officer is advised, why, and what would change it. A person decides."""

from verifier.advice.advise import advise
from verifier.advice.crossing import Crossing, crossing_of
from verifier.advice.model import Advice, AdviceKind, Reason, Track

__all__ = ["Advice", "AdviceKind", "Crossing", "Reason", "Track", "advise", "crossing_of"]
