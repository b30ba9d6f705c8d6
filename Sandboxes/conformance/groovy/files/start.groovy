Greeting.greet 'World'
