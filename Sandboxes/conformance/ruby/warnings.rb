if greeting = 'Hello, World!'
  puts greeting
end
