       identification division.
       program-id. input-lines.
       environment division.
       input-output section.
       file-control.
           select input-file assign to "/dev/stdin"
               organization line sequential.
       data division.
       file section.
       fd input-file.
       01 line-in   pic x(200).
       working-storage section.
       01 amount    pic 9(9) value 0.
       01 last-line pic x(200).
       01 shown     pic z(8)9.
       01 ended     pic x value "n".
       procedure division.
           open input input-file
           perform until ended = "y"
               read input-file
                   at end
                       move "y" to ended
                   not at end
                       add 1 to amount
                       move line-in to last-line
               end-read
           end-perform
           close input-file
           move amount to shown
           display function trim(shown)
           display function trim(last-line)
           stop run.
