local count, last = 0, nil
for line in io.lines() do
  count, last = count + 1, line
end
print(count)
print(last)
