local counts, different = {}, 0
for word in io.lines() do
  if not counts[word] then
    counts[word], different = 0, different + 1
  end
  counts[word] = counts[word] + 1
end
print(different)
print(counts.judge)
