program uncaught
  error stop 'nobody catches this'
end program uncaught
