#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs BUILD into TREE by way of another folder: whoever then uses TREE shows that it can be
# moved.
# usage: install.sh BUILD TREE
set -eu
build=$1 tree=$2

rm -rf "$tree" "$tree.elsewhere"
cmake --install "$build" --prefix "$tree.elsewhere"
mv "$tree.elsewhere" "$tree"
