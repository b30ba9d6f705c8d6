counter = 0
do forever
    counter = (counter + 1) // 1000
end
