       identification division.
       program-id. crash.
       procedure division.
           call "raise" using by value 9
           stop run.
