"""Training of the models that Lintas ships. Needs the `train` extra; the product never imports it."""
