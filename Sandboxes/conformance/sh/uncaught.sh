set -eu
echo "$nowhere"
