var known = 1

echo $unknown
echo $known
