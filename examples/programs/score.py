#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores a model on the latest day of its observations and prints every score that there is."""
import sys

import kpiscore


def main(model_path, data_path):
    model = kpiscore.Model.load(model_path)
    card = model.score(data_path, as_of="latest")
    for row in card:
        if row.score is not None:
            print(f"{row.area:<20} {row.node:<28} {row.score:7.2f}  {row.status or ''}")


if len(sys.argv) != 3:
    sys.exit("usage: score.py MODEL OBSERVATIONS")
try:
    main(sys.argv[1], sys.argv[2])
except kpiscore.KpiError as error:
    sys.exit(str(error))
