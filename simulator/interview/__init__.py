"""The interview: a pool of questions with guards, walked one step at a time. Pure."""

from simulator.interview.state import InterviewState, answer_to, begin, offered, worlds_of

__all__ = ["InterviewState", "answer_to", "begin", "offered", "worlds_of"]
