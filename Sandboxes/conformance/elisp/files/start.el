(require 'greeting)

(greet "World")
