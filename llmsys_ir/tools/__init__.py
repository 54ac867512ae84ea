"""The command-line tools: arguments, errors, exit codes."""
