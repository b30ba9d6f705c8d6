# The length of the line, repeats and all.
IFS= read -r line
echo "${#line}"
