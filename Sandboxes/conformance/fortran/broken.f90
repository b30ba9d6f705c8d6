program broken
  implicit none
  unknown = 1
end program broken
