#!/bin/sh
# SPDX-License-Identifier: MIT
# From a fresh clone on a bare Debian machine to the scoreboard of a real city: installs what the
# library and the command need, builds them, scores Hue.
#
#   KPISCORE_BUILD   where to build; build/ in the checkout if not set
set -eu
cd "$(dirname "$0")/.."
build=${KPISCORE_BUILD:-$PWD/build}/quickstart

cmake/install-packages.sh gcc libc6-dev cmake ninja-build pkg-config libglib2.0-dev \
  libyaml-dev liblapack3

echo "building kpiscore in $build"
mkdir -p "$build"
if ! { cmake --preset release -B "$build" -DBUILD_TESTING=OFF -DKPISCORE_BUILD_PYTHON=OFF \
         -DKPISCORE_BUILD_LUA=OFF && cmake --build "$build"; } >"$build/log" 2>&1; then
  cat "$build/log"
  exit 1
fi

kpiscore=$build/bindings/cli/kpiscore
kpiscore=${kpiscore#"$PWD/"}
hue="examples/hue/model.yaml --data examples/hue/observations.csv --as-of latest"
echo
# The two files are meant to be split.
# shellcheck disable=SC2086
"$kpiscore" score $hue
cat <<END

Next: change a target in examples/hue/model.yaml and run this again
      the numbers:  $kpiscore score $hue --format csv
      all the rest: $kpiscore --help
END
