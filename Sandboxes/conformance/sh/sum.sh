set -- $(cat)
shift
IFS=+
echo $(($*))
