       identification division.
       program-id. start-here.
       data division.
       working-storage section.
       01 who       pic x(5) value "World".
       procedure division.
           call "greet" using who
           stop run.
       end program start-here.
