"""Commands: what the command line can do, one module a command, each with a function of its own name.

They read options and print; what they do is done by the rooms below. No command knows another, and none loads what
only another needs.
"""
