program memory
  implicit none
  type block
    integer :: content(262144)
    type(block), pointer :: next
  end type block
  type(block), pointer :: blocks, fresh
  blocks => null()
  do
    allocate (fresh)
    fresh%content = 1
    fresh%next => blocks
    blocks => fresh
  end do
end program memory
