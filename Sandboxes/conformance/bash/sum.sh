mapfile -t lines
IFS=+
echo $((${lines[*]:1}))
