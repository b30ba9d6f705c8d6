@ count = 0
foreach line ("`cat`")
    @ count++
end
echo $count
echo "$line"
