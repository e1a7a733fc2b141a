"""From an image to MRZ lines, with a confidence for every character."""
