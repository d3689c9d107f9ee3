#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs examples/quickstart.sh as a newcomer would, and looks for Hue's scoreboard in what it shows.
set -eu
shown=$("$(dirname "$0")/../examples/quickstart.sh")
echo "$shown"
echo "$shown" | grep -q Hu
