line = copies('x', 99)
do 100000
    say line
end
