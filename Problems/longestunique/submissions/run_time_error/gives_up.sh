# Exit code 3.
echo "nothing to look at" >&2
exit 3
