"""Invented patients: a course from the files in data/synthetic/courses, its tables, its notes, and what was planted."""
