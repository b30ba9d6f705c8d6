program deep
  implicit none
  print '(i0)', depth(100000)
contains
  recursive function depth(n) result(calls)
    integer, intent(in) :: n
    integer :: calls
    if (n == 0) then
      calls = 0
    else
      calls = 1 + depth(n - 1)
    end if
  end function depth
end program deep
