"""Small programs of the same structure: every dim is made smaller, together with all that belongs to it.

The dims of one or several programs are sorted into classes: those that an op's rule puts together, those that a
collective or a slice makes of each other, those of an argument or result of two programs. What a program says of
positions along a dim (the limits of a slice, where a device's shard starts, what a loop counts to) belongs to the
dim's class. A class is then given a smaller unit, and every number in it is changed alike.
"""
