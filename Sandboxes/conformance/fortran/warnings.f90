program warnings
  implicit none
  integer :: i
  i = 1
  if (i) 10, 10, 20
10 print '(a)', 'never'
20 print '(a)', 'Hello, World!'
end program warnings
