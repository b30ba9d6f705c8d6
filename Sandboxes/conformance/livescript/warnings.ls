console.log if 1 is \1 then 'Goodbye' else 'Hello, World!'
