"""Who has an account: for administrators."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.responses import Response

from console.accounts.account import ROLES
from console.web.navigation import ROLE_NAMES
from console.web.page import page
from console.web.visit import Visit
from ledger.actor import Role
from ledger.errors import LintasError, invalid_field

_ADMINISTRATORS: Final = frozenset({Role.ADMINISTRATOR})


def _accounts(visit: Visit) -> Response:
    return _list(visit)


def _list(visit: Visit, *, error: LintasError | None = None, given: tuple[str, str] | None = None) -> Response:
    """`given` is a name with its temporary password, shown this once."""
    return visit.page(
        "door/accounts.html",
        status=400 if error else 200,
        accounts=visit.world.roster.all(),
        roles=ROLES,
        role_names=ROLE_NAMES,
        error=error,
        given=given,
        name=visit.form.text("name") if error else "",
        new_role=visit.form.text("role") if error else Role.OFFICER.value,
    )


def _create(visit: Visit) -> Response:
    try:
        role = _role(visit.form.text("role"))
        account, password = visit.world.roster.create(visit.form.text("name"), role, visit.who.actor)
    except LintasError as error:
        return _list(visit, error=error)
    return _list(visit, given=(account.name, password))


def _change(visit: Visit) -> Response:
    name, roster, actor = visit.request.path_params["name"], visit.world.roster, visit.who.actor
    acts: dict[str, Callable[[], object]] = {
        "disable": lambda: roster.disable(name, actor),
        "enable": lambda: roster.enable(name, actor),
        "role": lambda: roster.change_role(name, _role(visit.form.text("role")), actor),
    }
    what = visit.form.text("what")
    try:
        if what == "reset":
            account, password = roster.reset(name, actor)
            return _list(visit, given=(account.name, password))
        if what not in acts:
            raise invalid_field("what", "reset, disable, enable or role")
        acts[what]()
    except LintasError as error:
        return _list(visit, error=error)
    return visit.go("/accounts", done="account_changed")


def _role(text: str) -> Role:
    for role in ROLES:
        if role.value == text:
            return role
    raise invalid_field("role", "one of the roles of the list", reason="ACCOUNT_ROLE")


ACCOUNT_ROUTES: Final = (
    page("/accounts", _accounts, roles=_ADMINISTRATORS),
    page("/accounts/new", _create, roles=_ADMINISTRATORS, methods=("POST",)),
    page("/accounts/{name}", _change, roles=_ADMINISTRATORS, methods=("POST",)),
)
