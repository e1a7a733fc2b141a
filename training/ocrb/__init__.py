"""The OCR-B eye: synthetic MRZ lines, a small convolutional net, one command (`python -m training.ocrb.train`)."""
