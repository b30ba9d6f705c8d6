console.log 'Hello, World!'
