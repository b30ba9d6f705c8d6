program utf8
  implicit none
  character(len=200) :: line
  integer :: i
  do i = 1, 2
    read '(a)', line
    print '(a)', trim(line)
  end do
  print '(a)', 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
end program utf8
