blocks = [];
while (1) grow, blocks, [&array(1, 100000)];
