"""Problems and solutions as JSON, in the format of the ASPLOS 2025 IOPDDL contest.

    {"problem": {"name": "...",
                 "nodes": {"intervals": [[0, 3], ...], "costs": [[5, 7], ...], "usages": [[10, 8], ...]},
                 "edges": {"nodes": [[0, 1], ...], "costs": [[1, 0, 2, 3], ...]},
                 "usage_limit": 100}}

Interval, costs and usages of node v are the v-th entries; an edge's costs are row-major over the strategies of its
nodes. The contest's costs are integers, kept exactly whatever their size; ours are seconds. A cost of 1e18 or more is
infinite. `names`, a list beside `costs`, is ours. A solution is the list of the chosen strategy indices.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import chain
from math import prod
from pathlib import Path
from typing import TypeAlias, cast

import numpy as np

from llmsys_ir.collecting import rarely_collecting
from llmsys_ir.solver.problem import FORBIDDEN, Edge, Node, Problem, ProblemFormatError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Number: TypeAlias = "int | float"


def read_problem(path: str | Path) -> Problem:
    """The problem in a `.json` or `.json.gz` file.

    Raises:
        OSError: the file cannot be read.
        ProblemFormatError: it is not gzip, not JSON, or not a problem.
    """
    with rarely_collecting():
        return parse_problem(_text(Path(path)))


def write_problem(problem: Problem, path: str | Path, name: str = "") -> None:
    """Write a problem; compressed if the path ends in `.gz`, and the same bytes each time."""
    data = print_problem(problem, name).encode()
    Path(path).write_bytes(gzip.compress(data, mtime=0) if str(path).endswith(".gz") else data)


def write_solution(choice: Sequence[int], path: str | Path) -> None:
    """Write the chosen strategy indices."""
    Path(path).write_text(json.dumps(list(choice)) + "\n")


def read_solution(path: str | Path) -> tuple[int, ...]:
    """The chosen strategy indices in a file.

    Raises:
        OSError: the file cannot be read.
        ProblemFormatError: it does not hold a list of integers.
    """
    try:
        value: Json = json.loads(_text(Path(path)))
    except (ValueError, RecursionError) as error:
        raise ProblemFormatError(f"not JSON: {error}") from None
    return tuple(_integer(index, "a strategy") for index in _list(value, "the solution"))


def parse_problem(text: str) -> Problem:
    """The problem that a JSON text describes.

    Raises:
        ProblemFormatError: it is not JSON, or not a problem.
    """
    try:
        document = cast("Json", json.loads(text))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ProblemFormatError(f"not JSON: {error}") from error
    problem = _field(_object(document, "the document"), "problem", "the document")
    fields = _object(problem, "'problem'")
    nodes = _nodes(_object(_field(fields, "nodes", "'problem'"), "'nodes'"))
    Problem(nodes, ())  # errors of nodes come before those of edges, whose shapes follow from them
    edges = _edges(_object(fields.get("edges", {"nodes": [], "costs": []}), "'edges'"), nodes)
    limit = fields.get("usage_limit")
    return Problem(nodes, edges, None if limit is None else _integer(limit, "usage_limit"))


def print_problem(problem: Problem, name: str = "") -> str:
    """The JSON text of a problem; `parse_problem` gives it back."""
    nodes: dict[str, Json] = {
        "intervals": [list(node.interval) for node in problem.nodes],
        "costs": [_numbers_out(node.costs) for node in problem.nodes],
        "usages": [_numbers_out(node.usages) for node in problem.nodes],
    }
    if any(node.name for node in problem.nodes):
        nodes["names"] = [node.name for node in problem.nodes]
    edges: dict[str, Json] = {
        "nodes": [list(edge.nodes) for edge in problem.edges],
        "costs": [_numbers_out(edge.costs) for edge in problem.edges],
    }
    fields: dict[str, Json] = {"name": name, "nodes": nodes, "edges": edges}
    if problem.usage_limit is not None:
        fields["usage_limit"] = problem.usage_limit
    return json.dumps({"problem": fields}, separators=(",", ":")) + "\n"


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        if path.name.endswith(".gz") or data.startswith(b"\x1f\x8b"):
            data = gzip.decompress(data)
        return data.decode()
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise ProblemFormatError(f"not a gzip file, or a broken one: {error}") from error
    except UnicodeDecodeError as error:
        raise ProblemFormatError(f"not UTF-8 text: {error}") from error


def _nodes(fields: dict[str, Json]) -> tuple[Node, ...]:
    costs = _list(_field(fields, "costs", "'nodes'"), "'nodes.costs'")
    usages = _list_of(len(costs), _field(fields, "usages", "'nodes'"), "'nodes.usages'")
    intervals = _list_of(len(costs), _field(fields, "intervals", "'nodes'"), "'nodes.intervals'")
    unnamed: list[Json] = ["" for _ in costs]
    names = _list_of(len(costs), fields.get("names", unnamed), "'nodes.names'")
    rows = enumerate(
        zip(_arrays(costs, "node", "costs"), _arrays(usages, "node", "usages", _integer), intervals, names, strict=True)
    )
    return tuple(
        Node(of_node, used, _interval(index, interval), str(name)) for index, (of_node, used, interval, name) in rows
    )


def _interval(index: int, interval: Json) -> tuple[int, int]:
    label = f"node {index}: interval"
    start, stop = (_integer(time, label) for time in _list_of(2, interval, label))
    return start, stop


def _edges(fields: dict[str, Json], nodes: tuple[Node, ...]) -> tuple[Edge, ...]:
    ends = _list(_field(fields, "nodes", "'edges'"), "'edges.nodes'")
    costs = _list_of(len(ends), _field(fields, "costs", "'edges'"), "'edges.costs'")
    counts = [node.costs.size for node in nodes]
    pairs = enumerate(zip(ends, _arrays(costs, "edge", "costs"), strict=True))
    return tuple(_edge(f"edge {index}", *pair, counts) for index, pair in pairs)


def _edge(label: str, ends: Json, flat: np.ndarray, counts: list[int]) -> Edge:
    indices = tuple(_integer(node, f"{label}: nodes") for node in _list(ends, f"{label}: nodes"))
    for node in indices:
        if not 0 <= node < len(counts):
            raise ProblemFormatError(f"{label}: node must be 0 to {len(counts) - 1}, got {node}")
    shape = tuple(counts[node] for node in indices)
    if flat.size != prod(shape):
        raise ProblemFormatError(f"{label}: costs must be {prod(shape)} numbers, for shape {shape}, got {flat.size}")
    return Edge(indices, flat.reshape(shape))


def _arrays(
    lists: list[Json], owner: str, what: str, check: Callable[[Json, str], Number] | None = None
) -> list[np.ndarray]:
    """An array for each list of numbers; all at once where all are integers of 64 bits."""
    given = [_list(numbers, f"{owner} {index}: {what}") for index, numbers in enumerate(lists)]
    numbers = list(chain.from_iterable(given))
    if set(map(type, numbers)) <= {int}:
        with suppress(OverflowError):
            together = np.array(numbers, dtype=np.int64)
            stops = np.cumsum([len(of_one) for of_one in given]).tolist()
            return [together[stop - len(of_one) : stop] for of_one, stop in zip(given, stops, strict=True)]
    return [_array(of_one, f"{owner} {index}: {what}", check or _number) for index, of_one in enumerate(given)]


def _array(numbers: list[Json], label: str, check: Callable[[Json, str], Number]) -> np.ndarray:
    values = [check(number, label) for number in numbers]
    if float in set(map(type, values)):
        return np.array(values, dtype=np.float64)
    try:
        return np.array(values, dtype=np.int64)
    except OverflowError:
        return np.array(values, dtype=np.object_)


def _numbers_out(array: np.ndarray) -> list[Json]:
    return [
        FORBIDDEN if isinstance(number, float) and number >= FORBIDDEN else number for number in array.ravel().tolist()
    ]


def _object(value: Json, label: str) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise ProblemFormatError(f"{label} must be an object, got {_shown(value)}")
    return value


def _field(fields: dict[str, Json], name: str, label: str) -> Json:
    if name not in fields:
        raise ProblemFormatError(f"{label} must have a field '{name}', got {', '.join(fields) or 'none'}")
    return fields[name]


def _list(value: Json, label: str) -> list[Json]:
    if not isinstance(value, list):
        raise ProblemFormatError(f"{label} must be a list, got {_shown(value)}")
    return value


def _list_of(count: int, value: Json, label: str) -> list[Json]:
    items = _list(value, label)
    if len(items) != count:
        raise ProblemFormatError(f"{label} must have {count} entries, got {len(items)}")
    return items


def _integer(value: Json, label: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ProblemFormatError(f"{label} must be an integer, got {_shown(value)}")
    return value


def _number(value: Json, label: str) -> Number:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ProblemFormatError(f"{label} must be a number, got {_shown(value)}")
    return value


def _shown(value: Json) -> str:
    text = json.dumps(value)
    return text if len(text) <= 40 else text[:37] + "..."
