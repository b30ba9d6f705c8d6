numeric digits 100
product = 1
do i = 1 to 50
    product = product * i
end
say product
