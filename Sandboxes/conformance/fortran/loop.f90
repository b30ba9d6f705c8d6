program main
  implicit none
  integer, volatile :: counter
  counter = 0
  do
    counter = ieor(counter, 1)
  end do
end program main
