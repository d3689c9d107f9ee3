#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds and runs the example programs against the library installed in TREE, on every city: all
# that there are must print the same, and each be at most 40 lines long.
# usage: programs.sh TREE WORK PYTHON PYTHON_DIR LUA
#        PYTHON_DIR: where the Python package is, seen from TREE; "" for PYTHON or LUA: not built
set -eu
examples=$(cd "$(dirname "$0")/../../examples" && pwd)
tree=$1 work=$2 python=$3 python_dir=$4 lua=$5

for program in "$examples"/programs/score.*; do
  if [ "$(wc -l <"$program")" -gt 40 ]; then
    echo "$program is longer than 40 lines"
    exit 1
  fi
done

rm -rf "$work"
cmake -S "$examples/programs" -B "$work" -DCMAKE_PREFIX_PATH="$tree"
cmake --build "$work"

export PYTHONPATH="$tree/$python_dir" PYTHONDONTWRITEBYTECODE=1
export LUA_PATH="$tree/share/lua/5.4/?.lua" LUA_CPATH="$tree/lib/lua/5.4/?.so"

# Says what differs between the C program's output and that of another one.
compare () {
  "$@" "$folder/model.yaml" "$folder/observations.csv" >"$work/other.txt"
  diff "$work/c.txt" "$work/other.txt"
}

for folder in "$examples"/*/; do
  [ -e "$folder/model.yaml" ] || continue
  "$work/score" "$folder/model.yaml" "$folder/observations.csv" >"$work/c.txt"
  [ -z "$python" ] || compare "$python" "$examples/programs/score.py"
  [ -z "$lua" ] || compare "$lua" "$examples/programs/score.lua"
  n=$(wc -l <"$work/c.txt")
  echo "$(basename "$folder"): $n scores"
  [ "$n" -gt 0 ]
done

# (2 · 100 + 2 · (2 · 88.36 + 100)/3 + (2 · 75 + 100 · 29/54)/3) / 5 = 90.476
"$work/score" "$examples/hue/model.yaml" "$examples/hue/observations.csv" |
  grep -E '^VN-HUE +hue_index +90\.48 *$'

# What is wrong is said in one message, and the exit is 1.
for program in "$work/score" ${python:+"$python $examples/programs/score.py"} \
               ${lua:+"$lua $examples/programs/score.lua"}; do
  status=0
  # The command and its script are meant to be split.
  # shellcheck disable=SC2086
  $program "$examples/hue/absent.yaml" "$examples/hue/observations.csv" 2>"$work/said.txt" ||
    status=$?
  [ "$status" -eq 1 ] && grep 'absent\.yaml' "$work/said.txt"
done
