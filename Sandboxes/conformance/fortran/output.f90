program output
  implicit none
  integer :: i
  do i = 1, 100000
    print '(a)', repeat('x', 99)
  end do
end program output
