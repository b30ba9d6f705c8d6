input "" count
for i = 1 to count
    input "" value
    sum = sum + value
next
print sum using "%.0f"
