#!/bin/sh
# Make .venv and install deckgen into it: scripts/setup.sh [dev]
#
# `dev` adds what the tests need. Nothing outside .venv changes, but for Debian's python3-venv,
# which is installed where no other way to make an environment exists. A second run does nothing
# until pyproject.toml changes.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh
unset PYTHONHOME PYTHONPATH
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

mode=${1:-run}
venv=.venv
bootstrap=.venv.bootstrap
stamp=$venv/.deckgen-$mode

is_recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Print the first Python that is recent enough: $PYTHON, the system's own, the newest otherwise.
find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if is_recent "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

make_venv() {
    if python=$(find_python); then
        "$python" -m venv "$venv" >/dev/null 2>&1 && return
        rm -rf "$venv"
        make_venv_otherwise "$python"
    elif command -v uv >/dev/null 2>&1; then
        uv venv --quiet --seed --python '>=3.11' "$venv"
    else
        echo "deckgen needs Python 3.11 or newer, and none was found." >&2
        echo "Install it, or name it: PYTHON=/path/to/python3 $0" >&2
        return 1
    fi
}

# Debian and Ubuntu ship Python without what `python3 -m venv` needs.
make_venv_otherwise() {
    if command -v uv >/dev/null 2>&1 && uv venv --quiet --seed --python "$1" "$venv"; then
        return
    fi
    with_virtualenv "$1" && return
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if { install_packages "python$version-venv" || install_packages python3-venv; } &&
        "$1" -m venv "$venv"; then
        return
    fi
    rm -rf "$venv"
    echo "A Python environment cannot be made. Install the package python$version-venv, or uv." >&2
    return 1
}

with_virtualenv() {
    if "$1" -m virtualenv --version >/dev/null 2>&1; then
        "$1" -m virtualenv --quiet "$venv"
        return
    fi
    "$1" -m pip --version >/dev/null 2>&1 || return 1
    "$1" -m pip install --quiet --target "$bootstrap" virtualenv &&
        PYTHONPATH=$bootstrap "$1" -m virtualenv --quiet "$venv"
    made=$?
    rm -rf "$bootstrap"
    return "$made"
}

# Print what the environment depends on, so that a change of it is seen.
fingerprint() {
    printf '%s %s\n' "$(cksum <pyproject.toml)" "$PWD"
}

ensure_pip() {
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 && return
    "$venv/bin/python" -m ensurepip --upgrade >/dev/null 2>&1 && return
    uv pip install --quiet --python "$venv/bin/python" pip
}

install_project() {
    echo "Installing deckgen into $venv"
    ensure_pip
    if [ "$mode" = dev ]; then
        # Dependency groups are known to pip from 25.1 on.
        "$venv/bin/python" -m pip install --quiet --upgrade 'pip>=25.1'
        "$venv/bin/python" -m pip install --quiet --editable . --group dev
    else
        "$venv/bin/python" -m pip install --quiet --editable .
    fi
}

if [ -e "$venv" ] && ! is_recent "$venv/bin/python"; then
    if [ ! -f "$venv/pyvenv.cfg" ]; then
        echo "$venv is in the way: it is not a Python environment." >&2
        exit 1
    fi
    rm -rf "$venv"
fi
[ -e "$venv" ] || make_venv
if [ ! -x "$venv/bin/deckgen" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$(fingerprint)" ]; then
    install_project
    fingerprint >"$stamp"
fi
