say 1 + 'one'
