"""What a device asks about its place in a grid, in the words that the grid is written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xdsl.ir import Operation

from llmsys_ir.dialects import mesh, shard
from llmsys_ir.dialects.grids.collectives import Collective
from llmsys_ir.dialects.grids.queries import GridShapeQuery, GridUser, ProcessLinearIndex, ProcessMultiIndex
from llmsys_ir.dialects.grids.symbols import DeviceGridOp, find_grid


@dataclass(frozen=True)
class _Queries:
    sizes: type[GridShapeQuery]
    coordinates: type[ProcessMultiIndex]
    linear_index: type[ProcessLinearIndex]


_QUERIES: Mapping[type[Operation], _Queries] = {
    mesh.MeshOp: _Queries(mesh.MeshShapeOp, mesh.ProcessMultiIndexOp, mesh.ProcessLinearIndexOp),
    mesh.ClusterOp: _Queries(mesh.ClusterShapeOp, mesh.ProcessMultiIndexOp, mesh.ProcessLinearIndexOp),
    shard.GridOp: _Queries(shard.GridShapeOp, shard.ProcessMultiIndexOp, shard.ProcessLinearIndexOp),
}


@dataclass(frozen=True)
class GridQueries:
    """Makes the ops that ask about one grid; none of them is inserted yet."""

    grid: DeviceGridOp

    @classmethod
    def of(cls, op: GridUser | Collective) -> GridQueries:
        """About the grid that an op names.

        Raises:
            BareVerifyException: there is none.
        """
        return cls(find_grid(op, op.symbol, op.WORDS))

    @property
    def shape(self) -> tuple[int, ...]:
        """The grid's sizes; `DYNAMIC_INDEX` where one is unknown."""
        return tuple(self.grid.shape.get_values())

    def sizes(self, axes: Sequence[int] | None = None) -> GridShapeQuery:
        """The sizes along `axes`, or along all."""
        if axes is None:
            return self._queries.sizes.of_all_axes(self._name, len(self.shape))
        return self._queries.sizes(self._name, axes)

    def coordinates(self, axes: Sequence[int]) -> ProcessMultiIndex:
        """The coordinates along `axes` of the device that runs this."""
        return self._queries.coordinates(self._name, axes)

    def linear_index(self) -> ProcessLinearIndex:
        """The row-major number of the device that runs this."""
        return self._queries.linear_index(self._name)

    @property
    def _name(self) -> str:
        return self.grid.sym_name.data

    @property
    def _queries(self) -> _Queries:
        return _QUERIES[type(self.grid)]
