# Takes memory by a variable that doubles.
text=xxxxxxxxxxxxxxxx
while :; do text=$text$text; done
