"""What the law asks of an entry, by category: content, actions, periods, extensions, retention. Data: `rules.yaml`."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated

from pydantic import Field, model_validator

from watchlist.entry import Action, Category, EntryKind
from watchlist.lifecycle.file_shape import Shape, packaged, shaped

Months = Annotated[int, Field(ge=0, le=1200)]


class CategoryRule(Shape):
    """The rule of one category. `first_months` 0: no longest period; `extensions` -1: no limit."""

    source: str = Field(min_length=1)
    kinds: tuple[EntryKind, ...] = Field(min_length=1)
    actions: tuple[Action, ...] = Field(min_length=1)
    first_months: Months
    extensions: int = Field(ge=-1)
    extension_months: Months
    review_months: int = Field(ge=1, le=120)
    requires: tuple[str, ...]
    mask_months: Months
    erase_months: Months

    @model_validator(mode="after")
    def _in_order(self) -> CategoryRule:
        if self.erase_months < self.mask_months:
            raise ValueError("erase_months comes after mask_months")
        return self


class Rules(Shape):
    """The rules of all categories."""

    schema_: int = Field(alias="schema")
    reviewed_on: date
    owner: str
    categories: dict[Category, CategoryRule]

    @model_validator(mode="after")
    def _complete(self) -> Rules:
        missing = [category.value for category in Category if category not in self.categories]
        if missing:
            raise ValueError(f"no rule for {', '.join(missing)}")
        return self

    def of(self, category: Category) -> CategoryRule:
        """The rule of a category."""
        return self.categories[category]


def parse_rules(text: str, name: str = "rules.yaml") -> Rules:
    """Raises LintasError naming file and field."""
    return shaped(name, text, Rules)


@cache
def packaged_rules() -> Rules:
    """The rules that come with Lintas."""
    return parse_rules(packaged("rules.yaml"))
