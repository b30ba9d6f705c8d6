local count, sum = io.read("*n"), 0
for _ = 1, count do
  sum = sum + io.read("*n")
end
print(string.format("%d", sum))
