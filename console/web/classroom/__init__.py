"""The classroom: trainers open and pace sessions, trainees play on their phones."""
