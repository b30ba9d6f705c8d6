@[Deprecated("greet otherwise")]
def greet
  puts "Hello, World!"
end

greet
