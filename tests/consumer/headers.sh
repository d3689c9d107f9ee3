#!/bin/sh
# SPDX-License-Identifier: MIT
# Compiles every installed header of TREE alone, in C and in C++: none may lean on what another has
# included before it.
# usage: headers.sh TREE WORK
set -eu
tree=$1

PKG_CONFIG_PATH=$(dirname "$(find "$tree" -name kpiscore.pc)")
export PKG_CONFIG_PATH
flags="$(pkg-config --cflags kpiscore) -Wall -Wextra -Werror -pedantic -fsyntax-only"
failed=0 n=0

for header in "$tree"/include/kpiscore/*.h; do
  line="#include <kpiscore/${header##*/}>"
  # shellcheck disable=SC2086
  echo "$line" | "$CC" -x c -std=c11 $flags - || failed=1
  # shellcheck disable=SC2086
  echo "$line" | "${CXX:-c++}" -x c++ -std=c++11 $flags - || failed=1
  n=$((n + 1))
done
echo "$n headers"
[ "$n" -gt 0 ] && exit $failed
