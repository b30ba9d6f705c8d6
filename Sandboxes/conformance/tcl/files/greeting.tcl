proc greet name {
    puts "Hello, $name!"
}
