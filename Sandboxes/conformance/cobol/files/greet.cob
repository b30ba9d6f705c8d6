identification division.
program-id. greet.
data division.
linkage section.
01 who       pic x(5).
procedure division using who.
    display "Hello, " who "!"
    goback.
end program greet.
