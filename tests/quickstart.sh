#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs examples/quickstart.sh as a newcomer would, and looks in what it shows for Hue's index, whose
# 90.48 tests/examples/programs.sh works out by hand.
set -eu
status=0
shown=$("$(dirname "$0")/../examples/quickstart.sh") || status=$?
echo "$shown"
[ $status -eq 0 ]
echo "$shown" | grep -q 'index of Hue.* 90\.5$'
