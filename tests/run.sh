#!/bin/bash
# SPDX-License-Identifier: MIT
# Sets up a Debian machine, builds, and runs every test.
#
# Prints one line a stage, `stage NAME: ok`, `failed` or `skipped: reason`, and at the end how many
# of them passed. What a stage says goes to a log, shown where it failed. A new test registered with
# CMake as FOLDER/NAME is part of stage FOLDER without a word here.
#
#   KPISCORE_BUILD   where to build; build/ in the checkout if not set
#   PYTHON           the interpreter to build for; Debian's own if not set
set -u
cd "$(dirname "$0")/.." || exit 1
build=${KPISCORE_BUILD:-$PWD/build}
python=${PYTHON:-/usr/bin/python3}
logs=$build/logs
packages=(gcc g++ libc6-dev cmake ninja-build pkg-config libglib2.0-dev libyaml-dev
  liblapack3 coinor-libclp1 libcriterion-dev valgrind clang-format swig python3 python3-dev
  python3-jsonschema python3-yaml liblua5.4-dev lua5.4)
passed=0 failed=0 skipped=0
exec </dev/null

# Runs a command as a stage. It succeeds, fails, or ends with 77 and says why it could not look.
stage () {
  local name=$1 log=$logs/$1.log status
  shift
  "$@" >"$log" 2>&1
  status=$?
  if [ $status -eq 0 ]; then
    passed=$((passed + 1))
    echo "stage $name: ok"
  elif [ $status -eq 77 ]; then
    skipped=$((skipped + 1))
    echo "stage $name: skipped: $(tail -n 1 "$log")"
  else
    failed=$((failed + 1))
    tail -n 60 "$log"
    echo "stage $name: failed"
  fi
  return $status
}

# Builds a preset: everything, or the target named.
build_preset () {
  cmake --preset "$1" -B "$build/$1" -DPython3_EXECUTABLE="$python" &&
    cmake --build "$build/$1" ${2:+--target "$2"}
}

# Runs the tests of a preset that ctest's other arguments choose.
run_preset () {
  local preset=$1
  shift
  ctest --test-dir "$build/$preset" --output-on-failure --no-tests=error -j "$(nproc)" "$@"
}

# The folders of the tests, such as unit and lint: one stage each.
folders () {
  ctest --test-dir "$build/release" --show-only | sed -n 's|^ *Test *#[0-9]*: \([^/]*\)/.*|\1|p' |
    sort -u
}

run_asan () {
  build_preset asan && run_preset asan -E '^lint/'
}

# Criterion does not work under ThreadSanitizer, so only the plain programs are looked at.
run_tsan () {
  build_preset tsan threads_share || return 1
  run_preset tsan -R '^threads/' && return
  grep -q 'unexpected memory mapping' "$logs/tsan.log" || return 1
  echo "ThreadSanitizer does not understand the memory layout of this kernel"
  return 77
}

finish () {
  local skips=
  [ $skipped -gt 0 ] && skips=", $skipped skipped"
  echo "$passed passed, $failed failed$skips"
  [ $failed -eq 0 ]
  exit
}

mkdir -p "$logs"
cmake/install-packages.sh "${packages[@]}" || { failed=1; finish; }
stage build build_preset release || finish
for folder in $(folders); do
  stage "$folder" run_preset release -R "^$folder/"
done
stage asan run_asan
stage tsan run_tsan
stage valgrind tests/valgrind.sh "$build/release" "$logs/valgrind"
stage quickstart env KPISCORE_BUILD="$build" tests/quickstart.sh
finish
