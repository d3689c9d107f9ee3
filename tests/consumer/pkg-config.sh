#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds main.c by what pkg-config says of the installed library in TREE, and runs it. CC and CFLAGS
# are those that built the library.
# usage: pkg-config.sh TREE WORK
set -eu
here=$(dirname "$0") tree=$1 work=$2

PKG_CONFIG_PATH=$(dirname "$(find "$tree" -name kpiscore.pc)")
export PKG_CONFIG_PATH
mkdir -p "$work"
# Both lists of words are meant to be split.
# shellcheck disable=SC2046,SC2086
$CC $CFLAGS -Wall -Wextra -Werror -o "$work/consumer" "$here/main.c" \
  $(pkg-config --cflags --libs kpiscore)

LD_LIBRARY_PATH=$(pkg-config --variable=libdir kpiscore) \
  "$work/consumer" "$here/model.yaml" "$here/observations.csv"
