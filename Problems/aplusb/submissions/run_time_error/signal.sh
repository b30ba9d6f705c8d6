# The right answer, then SIGTERM of its own making.
read -r a b
echo $((a + b))
kill -TERM $$
