"""Trains the matcher: name frequencies and the model. Needs the extras `bench` and `train`, and labelled pairs."""
