       identification division.
       program-id. memory-eater.
       data division.
       working-storage section.
       01 place     usage pointer.
       linkage section.
       01 chunk     pic x(1048576).
       procedure division.
           perform forever
               allocate 1048576 characters returning place
               set address of chunk to place
               move all "x" to chunk
           end-perform.
