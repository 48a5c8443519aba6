#!/bin/sh
# Build the sample deck, deck.yaml, into out/report.pptx.
#
# All that a Debian or Ubuntu machine must have is Python 3.11 or newer.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh
.venv/bin/deckgen deck.yaml -o out/report.pptx "$@"
echo "The presentation is $PWD/out/report.pptx"
