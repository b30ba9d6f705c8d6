error 'nobody catches this'
