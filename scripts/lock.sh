#!/bin/sh
# Write requirements/*.txt, the exact files that are installed: scripts/lock.sh [--upgrade]
#
# What is there stays as long as pyproject.toml allows it; `--upgrade` takes the newest of all,
# `--upgrade-package NAME` that of one. The files hold for Python 3.11 and newer on Linux, macOS and
# Windows, and tell versions and hashes but not from where anything comes.
set -eu
cd "$(dirname "$0")/.."
[ -x .venv/bin/uv ] || scripts/setup.sh dev

# compile NAME ARGUMENT...: write one file. Versions are those of dev.txt where it has any.
compile() {
    output=requirements/$1.txt
    shift
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-annotate --custom-compile-command scripts/lock.sh \
        --output-file "$output" "$@"
}

compile dev pyproject.toml --group dev "$@"
compile run pyproject.toml --group build --constraints requirements/dev.txt
compile audit --group audit --constraints requirements/dev.txt "$@"
echo pip | compile pip - "$@"
