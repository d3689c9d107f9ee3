#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs the unit tests of BUILD under valgrind. Criterion runs each test in a process of its own and
# keeps its exit code to itself, so the verdict is read from the logs, one a process.
# usage: valgrind.sh BUILD LOGS
set -u
build=$1 logs=$2
rm -rf "$logs"
mkdir -p "$logs"

run () {
  valgrind --quiet --trace-children=yes --leak-check=full --errors-for-leak-kinds=definite \
    --suppressions=/usr/share/glib-2.0/valgrind/glib.supp \
    --log-file="$2/${1##*/}.%p.log" "$1" --timeout 120
}
export -f run

find "$build/tests" -maxdepth 1 -name 'test_*' -type f -executable -print0 |
  xargs -0 -P "$(nproc)" -I{} bash -c 'run "$@"' run {} "$logs"
status=$?

# Quiet valgrind writes of errors alone. No log at all means that nothing was looked at.
find "$logs" -type f -size +0 -exec cat {} +
n=$(find "$logs" -name '*.log' | wc -l)
echo "$n processes"
[ $status -eq 0 ] && [ "$n" -gt 0 ] && [ -z "$(find "$logs" -type f -size +0)" ]
