#!/bin/sh
# Run the unit tests with the newest and with the lowest versions of all that deckgen and its tests
# depend on, as far as the ranges in pyproject.toml allow. Arguments go to pytest.
#
# Only built distributions are taken, so the lowest are those that were built for this Python.
# Golden pages are left out: which phrases a title has, say, is for the version in the lock.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh dev

# test_with RESOLUTION ARGUMENT...
test_with() {
    environment=out/ranges/$1
    python=$environment/bin/python
    echo "Testing with versions of the resolution $1"
    .venv/bin/uv venv --quiet --clear --python .venv/bin/python "$environment"
    .venv/bin/uv pip install --quiet --python "$python" --resolution "$1" --only-binary :all: \
        --requirements pyproject.toml --group build --group test
    .venv/bin/uv pip install --quiet --python "$python" --no-deps --no-build-isolation --editable .
    shift
    # That a newer library will take something away is no fault yet.
    "$python" -m pytest -n auto -W default::DeprecationWarning -W default::PendingDeprecationWarning \
        tests/unit "$@"
}

test_with highest "$@"
test_with lowest-direct "$@"
