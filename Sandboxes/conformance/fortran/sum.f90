program main
  use, intrinsic :: iso_fortran_env, only: int64
  implicit none
  integer :: n, i
  integer(int64), allocatable :: values(:)
  read *, n
  allocate (values(n))
  do i = 1, n
    read *, values(i)
  end do
  print '(i0)', sum(values)
end program main
