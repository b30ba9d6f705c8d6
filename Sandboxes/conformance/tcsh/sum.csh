set count = $<
set terms = (`sed 's/$/ +/'`)
@ sum = $terms 0
echo $sum
