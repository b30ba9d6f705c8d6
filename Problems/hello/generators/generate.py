#!/usr/bin/env python3
"""Writes the data of `hello`: the sample and the secret case are the same, since there is only one input."""

import pathlib

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"

for group in ("sample", "secret"):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / "1.in").write_bytes(b"")
    (DATA / group / "1.ans").write_bytes(b"Hello, World!\n")
