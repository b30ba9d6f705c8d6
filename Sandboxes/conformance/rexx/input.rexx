in = '/dev/stdin'
count = 0
do while lines(in) > 0
    last = linein(in)
    count = count + 1
end
say count
say last
