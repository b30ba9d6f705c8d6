# What a solution in Bash may do besides computing: children, pipes, files, arithmetic.
lines=$(cat)
echo text > /tmp/text
mv /tmp/text /tmp/other
for name in /tmp/*; do [[ -f $name ]] && wc -c < "$name" > /dev/null; done
cp /tmp/other /tmp/copy
mkdir -p /tmp/one/two
ls -lR /tmp > /dev/null
rm -r /tmp/one /tmp/other /tmp/copy
seq 1 100000 | sort -rn | awk '{ sum += $1 } END { print sum }' > /dev/null
printf '%s\n' b a | sort | uniq -c | sed 's/a/b/' | tr a-z A-Z | head -1 > /dev/null
echo '2^200' | bc > /dev/null 2>&1
(sleep 0.001 &)
wait
trap 'true' USR1
kill -USR1 $$
read -r -t 0.001 word < <(echo word)
date +%s > /dev/null
echo "done $RANDOM" | tee /tmp/out > /dev/null
echo done
