'Hello, World!'
