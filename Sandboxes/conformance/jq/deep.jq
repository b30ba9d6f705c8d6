def depth: if . == 0 then 0 else 1 + (. - 1 | depth) end;

100000 | depth
