if (greeting = "Hello, World!")
  disp(greeting)
end
