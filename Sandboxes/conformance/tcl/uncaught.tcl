error "nobody catches this"
