program start
  use greeting
  implicit none
  call greet('World')
end program start
