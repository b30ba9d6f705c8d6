identification division.
program-id. sorting.
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
01 i         binary-long.
01 shown     pic -(10)9.
01 entries.
   05 entry-value binary-long
      occurs 1 to 100000 times depending on amount.
procedure division.
    open input input-file
    read input-file
    move function numval(line-in) to amount
    perform varying i from 1 by 1 until i > amount
        read input-file
        move function numval(line-in) to entry-value(i)
    end-perform
    close input-file
    sort entry-value ascending key entry-value
    perform varying i from 1 by 1 until i > amount
        move entry-value(i) to shown
        display function trim(shown)
    end-perform
    stop run.
