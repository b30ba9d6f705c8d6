line = repmat("x", 1, 99);
for i = 1:100000
  puts([line "\n"]);
end
