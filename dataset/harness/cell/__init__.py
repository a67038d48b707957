"""The doubles in the candidate's interpreter. The candidate can break them; only to its own loss.

A double is a module with install() (once, when the interpreter is set up), begin(option) before
each test (None if the test doesn't name the fixture) and end() after it. doubles.py lists them.
"""
