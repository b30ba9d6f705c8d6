known=1

if ((known == 1)) fi
echo "$known"
