#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs the command of BUILD on every example, in every format, and the unit tests of what handles raw
# bytes, all under valgrind. (The sanitizers see the other tests, in a twentieth of the time.)
#
# Criterion runs each test in a process of its own and keeps its exit code to itself, so the verdict
# is read from the logs, one a process.
# usage: valgrind.sh BUILD LOGS
set -u
cd "$(dirname "$0")/.." || exit 1
build=$1 logs=$2
rm -rf "$logs"
mkdir -p "$logs"

# The commands to run, one a line.
commands () {
  for name in csv names text title value; do
    echo "$build/tests/test_$name --timeout 120"
  done
  for folder in examples/*/; do
    [ -e "$folder/model.yaml" ] || continue
    for format in table csv json; do
      echo "$build/bindings/cli/kpiscore score $folder/model.yaml --data $folder/observations.csv" \
        "--format $format"
    done
  done
  echo "$build/bindings/cli/kpiscore models"
}

commands | xargs -P "$(nproc)" -L 1 valgrind --quiet --trace-children=yes \
  --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
  --suppressions=/usr/share/glib-2.0/valgrind/glib.supp --log-file="$logs/%p.log" >"$logs.output" 2>&1
status=$?
grep -a '^\[' "$logs.output" # what Criterion says

# Quiet valgrind writes of errors alone. No log at all means that nothing was looked at.
find "$logs" -type f -size +0 -exec cat {} +
n=$(find "$logs" -name '*.log' | wc -l)
echo "$n processes"
[ $status -eq 0 ] && [ "$n" -gt 0 ] && [ -z "$(find "$logs" -type f -size +0)" ]
