"""A domain dataclass as part of a strict file: the same fields under the same names, nothing else let in."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, TypeAdapter, create_model
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True)
class Mirror:
    """`Annotated[Journey, Mirror()]`: written as the dataclass has it, unknown keys refused, read as the dataclass."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        adapter = TypeAdapter(source)

        def to_domain(value: BaseModel) -> Any:
            return adapter.validate_python(value.model_dump(exclude_unset=True))

        return core_schema.no_info_after_validator_function(
            to_domain,
            handler.generate_schema(mirrored(source)),
            serialization=core_schema.plain_serializer_function_ser_schema(adapter.dump_python),
        )


@cache
def mirrored(domain: type[Any]) -> type[BaseModel]:
    """A strict model with the fields of the dataclass and of the dataclasses inside it."""
    hints = get_type_hints(domain)
    fields: dict[str, Any] = {
        each.name: (_mirrored_type(hints[each.name]), _default(each)) for each in dataclasses.fields(domain)
    }
    config = ConfigDict(extra="forbid", strict=True, frozen=True)
    return create_model(domain.__name__, __config__=config, __doc__=domain.__doc__, **fields)


def _mirrored_type(hint: Any) -> Any:
    if dataclasses.is_dataclass(hint):
        return mirrored(hint)  # type: ignore[arg-type]  # a class, never an instance: it came out of type hints
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return Union[tuple(_mirrored_type(each) for each in inner)]  # noqa: UP007 - built from a tuple
    return origin[tuple(_mirrored_type(each) for each in inner)] if origin is tuple else hint


def _default(field: dataclasses.Field[Any]) -> Any:
    return ... if field.default is dataclasses.MISSING else field.default
