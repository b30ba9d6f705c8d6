greeting = %{"hello": "Hello, World!"}
IO.puts(greeting.hello)
