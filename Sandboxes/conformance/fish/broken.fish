set known 1

echo $known | | cat
echo $known
