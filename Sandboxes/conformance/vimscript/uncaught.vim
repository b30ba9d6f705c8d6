throw 'nobody catches this'
