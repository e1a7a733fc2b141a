"""Officers who are not there: bots of known skill play a workshop, so that the grading itself can be tested."""
