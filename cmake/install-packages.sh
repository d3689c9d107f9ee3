#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs those of the named Debian packages that are not installed yet, and says which. Where all
# are there, it asks nothing of the network and nothing of root.
# usage: install-packages.sh PACKAGE...
set -eu

# Prints those of the packages that are not installed.
missing () {
  for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=absent
    [ "$state" = installed ] || printf '%s ' "$package"
  done
}

if ! command -v dpkg-query >/dev/null; then
  echo "not a Debian system: expecting to find what is in Debian's $*"
  exit 0
fi
wanted=$(missing "$@")
[ -n "$wanted" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
  as_root=sudo
else
  echo "missing packages, and neither root nor sudo to install them; as root, run:" >&2
  echo "  apt-get install --no-install-recommends $wanted" >&2
  exit 1
fi

echo "installing Debian packages: $wanted"
# The list of packages is meant to be split.
# shellcheck disable=SC2086
set -- $wanted
$as_root apt-get -q update </dev/null
$as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get -q -y install --no-install-recommends "$@" </dev/null
