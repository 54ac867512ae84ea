"""What a program is run on."""
