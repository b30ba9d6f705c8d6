fail 'nobody catches this'
