"""Every setting of the service, its default, and what it means. Each can be set as LINTAS_NAME in the environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs
from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _default_database() -> str:
    return f"sqlite:///{Path(platformdirs.user_data_dir('lintas')) / 'lintas.sqlite'}"


def _default_replica() -> Path:
    return Path(platformdirs.user_data_dir("lintas")) / "list_copy.sqlite"


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("not a time zone; expected a name such as Asia/Jakarta") from None
    return name


def _address(text: str) -> str:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise ValueError("expected HOST:PORT, such as 127.0.0.1:50551")
    return text


def _address_or_nothing(text: str) -> str:
    return _address(text) if text else ""


class Settings(BaseSettings):
    """All settings. Refuses what makes no sense, naming the setting."""

    model_config = SettingsConfigDict(env_prefix="LINTAS_", frozen=True, extra="ignore")

    database_url: str = Field(
        default_factory=_default_database,
        description="Where cases, lists and ledger are kept: sqlite:///PATH or postgresql+psycopg://…",
    )
    listen: Annotated[str, AfterValidator(_address)] = Field(
        default="127.0.0.1:50551",
        description="Address and port of the gRPC service. Port 0 takes any free one.",
    )
    own_state: str = Field(
        default="IDN",
        pattern=r"^[A-Z]{1,3}$",
        description="ICAO code of the state whose border this is. Its nationals are never refused arrival.",
    )
    time_zone: Annotated[str, AfterValidator(_known_zone)] = Field(
        default="Asia/Jakarta",
        description="Time zone of the post: documents expire at midnight there.",
    )
    post_name: str = Field(
        default="",
        max_length=64,
        description="Name of this post in the record of crossings, such as CGK. Empty: the route's end at this border.",
    )
    contact_key_file: Path | None = Field(
        default=None,
        description="File with the secret of the keyed hashes; the same at all posts. Unset: beside the SQLite file.",
    )
    crossing_days: int = Field(
        default=730,
        ge=30,
        le=3660,
        description="From which age, in days, `lintas patterns forget` removes crossings. Patterns look back a year.",
    )
    phone_prefix: str = Field(
        default="62", pattern=r"^[1-9]\d{0,2}$", description="Country code of telephone numbers that name none."
    )
    concurrent_calls: int = Field(
        default=32, ge=1, le=1000, description="Calls handled at once; more are told to try again."
    )
    reading_workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        ge=1,
        le=64,
        description="Images read at once. One a processor core is best.",
    )
    examine_seconds: float = Field(
        default=20.0, gt=0, le=300, description="Longest time for one examination, if the caller names no shorter one."
    )
    grace_seconds: float = Field(
        default=10.0, ge=0, le=300, description="On shutdown, how long running calls may take to finish."
    )
    web_listen: Annotated[str, AfterValidator(_address_or_nothing)] = Field(
        default="127.0.0.1:8080",
        description="Address and port of the console for browsers. Port 0 takes any free one, empty is off.",
    )
    web_session_hours: float = Field(
        default=12.0, gt=0, le=168, description="How long somebody stays signed in at most."
    )
    web_idle_minutes: float = Field(
        default=30.0, gt=0, le=1440, description="How long somebody stays signed in without doing anything."
    )
    list_old_hours: float = Field(
        default=48.0, gt=0, description="From when on the console warns that no list has come in."
    )
    protection_policy: str = Field(
        default="",
        description="Folder with the policy of the protection indicators; empty takes the one that comes with Lintas.",
    )
    referral_directory: str = Field(
        default="",
        description="File with the services that help and their numbers; empty takes the one that comes with Lintas.",
    )
    sync_listen: Annotated[str, AfterValidator(_address_or_nothing)] = Field(
        default="",
        description="Address and port where posts fetch the list and deliver their record. Empty: no posts.",
    )
    sync_key: Path | None = Field(
        default=None, description="File with the private key that signs the list for posts (`lintas post new-key`)."
    )
    centre: Annotated[str, AfterValidator(_address_or_nothing)] = Field(
        default="",
        description="Makes this a post: address of the centre's LINTAS_SYNC_LISTEN. The list is then a local copy.",
    )
    centre_keys: Path | None = Field(
        default=None, description="At a post: file with the centre's public keys, whose signatures are believed."
    )
    list_copy: Path = Field(
        default_factory=_default_replica, description="At a post: file that holds the local copy of the list."
    )
    list_stale_minutes: float = Field(
        default=15.0, gt=0, description="Age from which on answers say that the list is stale."
    )
    list_expired_hours: float = Field(
        default=24.0,
        gt=0,
        description="Age from which on the list allows no full check. The centre signs it; a post may be stricter.",
    )
    training: bool = Field(
        default=True, description="Whether the console has a classroom; its file is apart from live data."
    )
    training_file: str = Field(
        default="",
        description="The classroom's own file, of one process; `classroom.sqlite` among the user's data by default.",
    )
    own_scenarios: Path | None = Field(
        default=None, description="Folder of your own scenarios: the classroom has them beside those of Lintas."
    )
    import_needs_review: bool = Field(
        default=True,
        description="A list that is imported through the service waits for a second supervisor.",
    )
    language: str = Field(
        default_factory=lambda: "id" if os.environ.get("LANG", "").startswith("id") else "en",
        pattern=r"^(id|en)$",
        description="Language of the command line: id or en.",
    )
