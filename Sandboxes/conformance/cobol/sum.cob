identification division.
program-id. sum-up.
environment division.
input-output section.
file-control.
    select input-file assign to "/dev/stdin"
        organization line sequential.
data division.
file section.
fd input-file.
01 line-in   pic x(20).
working-storage section.
01 amount    binary-long.
01 total     binary-double value 0.
01 shown     pic -(18)9.
procedure division.
    open input input-file
    read input-file
    move function numval(line-in) to amount
    perform amount times
        read input-file
        add function numval(line-in) to total
    end-perform
    close input-file
    move total to shown
    display function trim(shown)
    stop run.
