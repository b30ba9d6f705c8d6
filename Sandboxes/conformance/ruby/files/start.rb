require_relative 'greeting'

greet 'World'
