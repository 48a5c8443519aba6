#!/bin/sh
# Check everything: style, types and tests. Arguments go to pytest.
#
# Tests that render slides need LibreOffice, poppler and fonts, those of the preview Chromium. They
# are installed where the system is Debian's and allows it. Where they are missing those tests are
# skipped, except under CI=true, where that is a failure.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

fonts="fonts-noto-cjk fonts-ipaexfont fonts-liberation fonts-crosextra-carlito"
fonts="$fonts fonts-crosextra-caladea"
renderer="libreoffice-impress poppler-utils chromium"

# Print what is missing for these tests: packages on Debian, commands elsewhere.
missing_for_rendering() {
    if command -v dpkg-query >/dev/null 2>&1; then
        # shellcheck disable=SC2086 # lists of words
        missing_packages $renderer $fonts
    else
        for name in soffice pdftoppm chromium; do
            command -v "$name" >/dev/null 2>&1 || printf '%s ' "$name"
        done
    fi
}

prepare_rendering() {
    missing=$(missing_for_rendering)
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086 # a list of words
    install_packages $missing || true
    missing=$(missing_for_rendering)
    [ -n "$missing" ] || return 0
    echo "================================================================" >&2
    echo "Missing for tests that render slides or look at them in a browser: $missing" >&2
    if [ "${CI:-}" = true ]; then
        echo "They must run here, so this is a failure." >&2
        return 1
    fi
    echo "THESE TESTS ARE SKIPPED, or their pictures differ for lack of fonts." >&2
    echo "================================================================" >&2
}

scripts/setup.sh dev
prepare_rendering
PATH=$PWD/.venv/bin:$PATH
set -x
ruff check
ruff format --check
mypy
pytest -n auto "$@"
pytest -n auto -m render
pytest -n auto -m browser
pytest -m cluster
pytest -m distribution
