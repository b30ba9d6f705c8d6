call 'greeting.rexx' 'World'
