1048576 constant block-size

: grow ( -- )
  begin
    block-size allocate throw
    block-size 1 fill
  again ;

grow
