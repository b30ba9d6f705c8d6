local greeting = {}

function greeting.greet(name)
  print("Hello, " .. name .. "!")
end

return greeting
