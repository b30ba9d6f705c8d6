var counter = 0
while $true { set counter = (+ $counter 1) }
