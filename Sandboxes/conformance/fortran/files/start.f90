program start
  use welcome
  implicit none
  call greet('World')
end program start
