module welcome
  implicit none
contains
  subroutine greet(name)
    character(len=*), intent(in) :: name
    print '(3a)', 'Hello, ', name, '!'
  end subroutine greet
end module welcome
