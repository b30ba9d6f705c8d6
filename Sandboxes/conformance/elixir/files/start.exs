Code.require_file("greeting.exs", __DIR__)

Greeting.greet("World")
