# JAX leaves most types open.
# pyright: basic
"""How a JAX function is called: which arguments are static, and which give their memory away, as `jax.jit` has it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from llmsys_ir.diagnostics import UserError
from llmsys_ir.frontends.libraries import library

Named: TypeAlias = str | Iterable[str]
Numbered: TypeAlias = int | Sequence[int]
Arguments: TypeAlias = tuple[tuple[Any, ...], dict[str, Any]]
"""Positional arguments, and those by name."""


@dataclass(frozen=True)
class Calling:
    """A function, and the arguments that are static or donated, by number or name.

    An argument that is given by number is meant by its name too, and the other way round, where the function's
    signature says what it is called.
    """

    function: Callable[..., Any]
    static_argnums: Numbered = ()
    static_argnames: Named = ()
    donate_argnums: Numbered = ()
    donate_argnames: Named = ()

    def lower(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """What JAX lowers the function to, for its default backend; no argument is left out.

        Raises:
            MissingPackageError: JAX is not installed.
        """
        jax: Any = library("jax")
        static, donated = self._static, self._both(self.donate_argnums, self.donate_argnames)
        jitted = jax.jit(
            self.function,
            static_argnums=sorted(static[0]),
            static_argnames=sorted(static[1]),
            donate_argnums=sorted(donated[0] - static[0]),
            donate_argnames=sorted(donated[1] - static[1]),
            keep_unused=True,
        )
        return jitted.trace(*args, **kwargs).lower(lowering_platforms=(jax.default_backend(),))

    def arrays(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Arguments:
        """The arguments that are not static."""
        numbers, names = self._static
        return (
            tuple(arg for number, arg in enumerate(args) if number not in numbers),
            {name: arg for name, arg in kwargs.items() if name not in names},
        )

    def statics(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[int | str, Any]:
        """The static arguments, by name where they have one and by number where not."""
        numbers, names = self._static
        positional: dict[int | str, Any] = {
            self._names.get(number, number): arg for number, arg in enumerate(args) if number in numbers
        }
        return positional | {name: arg for name, arg in kwargs.items() if name in names}

    @cached_property
    def _parameters(self) -> list[inspect.Parameter]:
        """Those that can be given by number."""
        try:
            parameters = inspect.signature(self.function).parameters.values()
        except (TypeError, ValueError):  # some functions of C have no signature
            return []
        by_number = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
        return [parameter for parameter in parameters if parameter.kind in by_number]

    @cached_property
    def _names(self) -> dict[int, str]:
        """The names of arguments that can be given by number or name, by number."""
        return {
            number: parameter.name
            for number, parameter in enumerate(self._parameters)
            if parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        }

    @cached_property
    def _static(self) -> tuple[set[int], set[str]]:
        return self._both(self.static_argnums, self.static_argnames)

    def _both(self, numbered: Numbered, named: Named) -> tuple[set[int], set[str]]:
        """Numbers and names of the same arguments."""
        given = [numbered] if isinstance(numbered, int) else numbered
        numbers = {number + len(self._parameters) if number < 0 else number for number in given}
        names = {named} if isinstance(named, str) else set(named)
        return (
            numbers | {number for number, name in self._names.items() if name in names},
            names | {self._names[number] for number in numbers if number in self._names},
        )


@dataclass(frozen=True)
class PlannedCall:
    """A call that a function was planned for: it may be called with other arrays, but not with other static arguments.

    Attributes:
        calling: the function.
        statics: the static arguments.
        structure: that of the pytrees of all others.
    """

    calling: Calling
    statics: dict[int | str, Any]
    structure: Any

    def leaves(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> list[Any]:
        """The arrays of a call.

        Raises:
            UserError: it is another call.
        """
        given = self.calling.statics(args, kwargs)
        if given != self.statics:
            raise UserError(f"planned for the static arguments {self.statics}, got {given}; plan again for those")
        leaves, structure = library("jax").tree.flatten(self.calling.arrays(args, kwargs))
        if len(leaves) != self.structure.num_leaves:
            raise UserError(f"expected {self.structure.num_leaves} arrays as planned for, got {len(leaves)}")
        if structure != self.structure:
            raise UserError(f"expected arguments as planned for, {self.structure}, got {structure}")
        return leaves
