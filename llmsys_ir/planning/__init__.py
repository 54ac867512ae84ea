"""The plan search: a program as a solver problem, and a solution as a plan."""
