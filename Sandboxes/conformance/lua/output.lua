local line = string.rep("x", 99)
for _ = 1, 100000 do
  print(line)
end
