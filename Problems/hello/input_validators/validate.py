#!/usr/bin/env python3
"""Accepts the only input there is: an empty one."""

import sys

sys.exit(42 if sys.stdin.buffer.read(1) == b"" else 43)
