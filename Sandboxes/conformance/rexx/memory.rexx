do i = 1
    blocks.i = copies('x', 1048576)
end
