identification division.
program-id. warned.
data division.
working-storage section.
01 short     pic x(3) value "longer".
procedure division.
    display "Hello, World!"
    stop run.
