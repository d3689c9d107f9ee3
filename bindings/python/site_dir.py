# SPDX-License-Identifier: MIT
"""Prints where this Python looks for packages below a prefix, as a path from there.

Debian's Python looks below /usr/local and /usr, in places of its own; any other prefix gets what
Python has by default.
"""

import os
import site
import sys
import sysconfig

prefix = sys.argv[1].rstrip("/")
found = [place for place in site.getsitepackages() if place.startswith(prefix + "/lib")]
variables = {"base": prefix, "platbase": prefix}
default = sysconfig.get_path("platlib", "posix_prefix", variables)
print(os.path.relpath((found or [default])[0], prefix))
