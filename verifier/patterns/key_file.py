"""Where the secret of the keyed hashes lies: a file that only the service may read."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ledger.errors import Fault, FieldFault, LintasError
from verifier.patterns.keys import SECRET_BYTES


def _refused(description: str) -> LintasError:
    field = FieldFault("LINTAS_CONTACT_KEY_FILE", description)
    return LintasError(Fault.INVALID, "CONTACT_KEY", f"{field.field}: {description}", fields=(field,))


def read_secret(path: Path) -> bytes:
    """The secret: one line of at least 64 hexadecimal digits.

    Raises LintasError (CONTACT_KEY) where the file is missing, open to other accounts, or holds something else.
    """
    try:
        # what others may read keeps nobody's telephone number
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise _refused("other accounts may read the file; chmod 600 it, and change the key if they did")
        text = path.read_text(encoding="ascii")
    except UnicodeDecodeError:
        raise _refused("not a line of hexadecimal digits") from None
    except OSError as error:
        raise _refused(f"the file cannot be read ({error.strerror})") from error
    try:
        secret = bytes.fromhex(text.strip())
    except ValueError:
        raise _refused("not a line of hexadecimal digits") from None
    if len(secret) < SECRET_BYTES:
        raise _refused(f"at least {SECRET_BYTES * 2} hexadecimal digits")
    return secret


def read_or_make_secret(path: Path) -> bytes:
    """The secret of the file; a fresh one is written (mode 600) where there is none. Raises as `read_secret`."""
    if path.exists():
        return read_secret(path)
    text = secrets.token_hex(SECRET_BYTES)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # of two services that start at once, one makes the key and both use it
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    except OSError as error:
        raise _refused(f"no key can be made there ({error.strerror})") from error
    return read_secret(path)
