"""Writes the Python code beside the protos; `--check` says whether what is committed is fresh.

The compiler is pinned in pyproject.toml: generated code refuses to run on a runtime older than the compiler that
made it, so an old compiler keeps Lintas installable beside other programs (docs/decisions/0003).
"""

from __future__ import annotations

import argparse
import sys
import sysconfig
import tempfile
from importlib import resources
from pathlib import Path

from grpc_tools import protoc

ROOT = Path(__file__).resolve().parent
PACKAGE = Path("lintas/v1")


def generate(target: Path) -> list[Path]:
    """Compile every proto of the package into `target`; returns the files written, relative to it."""
    protos = sorted((ROOT / PACKAGE).glob("*.proto"))
    well_known = resources.files("grpc_tools") / "_proto"
    arguments = [
        "protoc",
        f"--proto_path={ROOT}",
        f"--proto_path={well_known}",
        f"--proto_path={sysconfig.get_path('purelib')}",  # google/type, google/api
        f"--python_out={target}",
        f"--pyi_out={target}",
        f"--grpc_python_out={target}",
        f"--plugin=protoc-gen-mypy_grpc={Path(sys.executable).parent / 'protoc-gen-mypy_grpc'}",
        f"--mypy_grpc_out=quiet:{target}",
        *(str(proto) for proto in protos),
    ]
    if protoc.main(arguments) != 0:
        raise SystemExit("protoc failed; its message stands above")
    return sorted(path.relative_to(target) for path in (target / PACKAGE).glob("*_pb2*"))


def stale(fresh: Path, files: list[Path]) -> list[str]:
    """Names of committed files that differ from, or are missing beside, the fresh ones."""
    committed = {path.relative_to(ROOT) for path in (ROOT / PACKAGE).glob("*_pb2*")}
    differing = {
        path for path in files if path not in committed or (ROOT / path).read_bytes() != (fresh / path).read_bytes()
    }
    return sorted(str(path) for path in differing | (committed - set(files)))


def main() -> int:
    """Command line; exit code 1 when something is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare, write nothing")
    check_only = parser.parse_args().check
    if not check_only:
        generate(ROOT)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        names = stale(Path(folder), generate(Path(folder)))
    for name in names:
        print(f"protos/{name} is stale: run `make proto` and commit the result", file=sys.stderr)
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
