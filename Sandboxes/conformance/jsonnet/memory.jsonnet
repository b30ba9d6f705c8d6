local grow(block) = grow(block + block) tailstrict;

grow('xxxxxxxxxxxxxxxx')
