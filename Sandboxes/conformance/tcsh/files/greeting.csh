alias greet 'echo "Hello, \!:1"\!'
