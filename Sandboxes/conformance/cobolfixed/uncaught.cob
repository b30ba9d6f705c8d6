       identification division.
       program-id. uncaught.
       procedure division.
           call "nowhere"
           stop run.
