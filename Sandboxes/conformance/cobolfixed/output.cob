       identification division.
       program-id. output-lines.
       data division.
       working-storage section.
       01 line-out  pic x(99) value all "x".
       procedure division.
           perform 100000 times
               display line-out
           end-perform
           stop run.
