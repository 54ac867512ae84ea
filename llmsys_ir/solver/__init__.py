"""The plan search as a graph problem: numbers in, numbers out."""
