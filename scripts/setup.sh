#!/bin/sh
# Make .venv and install deckgen into it: scripts/setup.sh [dev]
#
# `dev` adds what the tests need. All that is installed has the versions and hashes of
# requirements/*.txt, which scripts/lock.sh writes. Nothing outside .venv changes, but for Debian's
# python3-venv, which is installed where pip cannot be had from what is there. A second run does
# nothing until pyproject.toml or the requirements change.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh
unset PYTHONHOME PYTHONPATH
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

mode=${1:-run}
venv=.venv
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
        "$python" -m venv --without-pip "$venv"
    elif command -v uv >/dev/null 2>&1; then
        uv venv --quiet --python '>=3.11' "$venv"
    else
        echo "deckgen needs Python 3.11 or newer, and none was found." >&2
        echo "Install it, or name it: PYTHON=/path/to/python3 $0" >&2
        return 1
    fi
}

has_pip() {
    "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

# Debian and Ubuntu ship Python without ensurepip, from which environments get their pip.
ensure_pip() {
    has_pip && return
    for source in ensurepip other_pip uv package; do
        "pip_from_$source" && has_pip && return
    done
    echo "There is no pip for $venv. Install the package python3-venv, or uv, and try again." >&2
    return 1
}

pip_from_ensurepip() {
    "$venv/bin/python" -m ensurepip >/dev/null 2>&1
}

pip_from_other_pip() {
    python3 -m pip --python "$venv/bin/python" install --require-hashes -r requirements/pip.txt \
        >/dev/null 2>&1
}

pip_from_uv() {
    command -v uv >/dev/null 2>&1 &&
        uv pip install --quiet --python "$venv/bin/python" --require-hashes -r requirements/pip.txt
}

pip_from_package() {
    version=$("$venv/bin/python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    install_packages "python$version-venv" && pip_from_ensurepip
}

# Print what the environment depends on, so that a change of it is seen.
fingerprint() {
    printf '%s %s\n' "$(cat pyproject.toml requirements/*.txt | cksum)" "$PWD"
}

install_project() {
    echo "Installing deckgen into $venv"
    ensure_pip
    "$venv/bin/python" -m pip install --quiet --require-hashes -r "requirements/$mode.txt"
    # The build backend is among the requirements, so that this takes nothing from an index.
    "$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation --editable .
    # Where PYTHONDONTWRITEBYTECODE is set, each start would compile the sources again, for half
    # as long as a small build takes.
    "$venv/bin/python" -m compileall -q src
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
