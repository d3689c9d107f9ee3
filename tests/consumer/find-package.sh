#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds main.c as a CMake project that finds the installed library in TREE, and runs it. CC and
# CFLAGS, which CMake takes from the environment, are those that built the library.
# usage: find-package.sh TREE WORK
set -eu
here=$(dirname "$0") tree=$1 work=$2

rm -rf "$work"
cmake -S "$here" -B "$work" -DCMAKE_PREFIX_PATH="$tree"
cmake --build "$work"
"$work/consumer" "$here/model.yaml" "$here/observations.csv"
