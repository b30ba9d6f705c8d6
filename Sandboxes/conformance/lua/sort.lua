local values = {}
for i = 1, io.read("*n") do
  values[i] = io.read("*n")
end
table.sort(values)
for _, value in ipairs(values) do
  print(value)
end
