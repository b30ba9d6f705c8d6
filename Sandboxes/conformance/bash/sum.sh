mapfile -t values
sum=0
for ((i = 1; i <= values[0]; i++)); do
    ((sum += values[i]))
done
echo "$sum"
