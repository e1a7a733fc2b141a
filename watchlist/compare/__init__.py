"""One function a feature: what does it say, seen beside what is listed?"""
