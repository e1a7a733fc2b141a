"""Invented crossings, as many as wanted: ordinary travellers, innocent look-alikes, and planted rings."""
