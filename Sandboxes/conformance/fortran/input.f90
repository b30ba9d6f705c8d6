program input
  implicit none
  character(len=200) :: line, last
  integer :: lines, status
  lines = 0
  do
    read (*, '(a)', iostat=status) line
    if (status /= 0) exit
    lines = lines + 1
    last = line
  end do
  print '(i0)', lines
  print '(a)', trim(last)
end program input
