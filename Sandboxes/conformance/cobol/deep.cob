identification division.
program-id. deep.
data division.
working-storage section.
01 n         binary-long value 100000.
01 calls     binary-long.
01 shown     pic z(8)9.
procedure division.
    call "depth" using n calls
    move calls to shown
    display function trim(shown)
    stop run.
end program deep.

identification division.
program-id. depth recursive.
data division.
local-storage section.
01 rest-n      binary-long.
linkage section.
01 n         binary-long.
01 calls     binary-long.
procedure division using n calls.
    if n = 0
        move 0 to calls
    else
        subtract 1 from n giving rest-n
        call "depth" using rest-n calls
        add 1 to calls
    end-if
    goback.
end program depth.
