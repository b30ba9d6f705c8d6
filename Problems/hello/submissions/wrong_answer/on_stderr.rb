# The right line in the wrong stream.
warn "Hello, World!"
