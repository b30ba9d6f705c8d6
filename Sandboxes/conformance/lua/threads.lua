local sum, tasks = 0, {}
for number = 0, 3 do
  tasks[#tasks + 1] = coroutine.create(function()
    for _ = 1, 1000 do
      sum = sum + number
      coroutine.yield()
    end
  end)
end
while #tasks > 0 do
  for index = #tasks, 1, -1 do
    coroutine.resume(tasks[index])
    if coroutine.status(tasks[index]) == "dead" then table.remove(tasks, index) end
  end
end
print(sum)
