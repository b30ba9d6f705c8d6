import std/net

try:
  discard dial("192.0.2.1", Port(80))
except OSError:
  echo "no network"
