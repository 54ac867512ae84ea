"""What is computed once: hashes of immutable things that are made of many others, and results of methods."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

T = TypeVar("T")
Owner = TypeVar("Owner")
Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

_HASH = "_hash"


def hashed_once(cls: type[T]) -> type[T]:
    """A class whose objects remember their hash, for frozen dataclasses that are looked up often.

    Pickles leave it out: the hash of a string is another one in another process.
    """
    compute = cls.__hash__

    def remembered(self: T) -> int:
        known = self.__dict__.get(_HASH)
        if known is None:
            known = self.__dict__[_HASH] = compute(self)
        return known

    def state(self: T) -> dict[str, object]:
        return {name: value for name, value in self.__dict__.items() if name != _HASH}

    setattr(cls, "__hash__", remembered)  # noqa: B010
    setattr(cls, "__getstate__", state)  # noqa: B010
    return cls


def remembered(
    method: Callable[Concatenate[Owner, Arguments], Result],
) -> Callable[Concatenate[Owner, Arguments], Result]:
    """A method that computes its result once for each of its arguments, as long as its object lives.

    Arguments are hashable. They are told apart by how they are passed, too: by position or by name.
    """
    name = f"_results_of_{method.__name__}"

    @wraps(method)
    def look_up(self: Owner, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        results = cast("dict[object, Result]", self.__dict__.setdefault(name, {}))
        key = (args, *kwargs.items()) if kwargs else args
        if key not in results:
            results[key] = method(self, *args, **kwargs)
        return results[key]

    return look_up
