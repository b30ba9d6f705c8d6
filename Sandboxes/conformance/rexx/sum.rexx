numeric digits 20
parse pull count
sum = 0
do count
    parse pull value
    sum = sum + value
end
say sum
