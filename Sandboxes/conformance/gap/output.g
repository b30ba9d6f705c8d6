output := OutputTextUser();
line := ListWithIdenticalEntries(99, 'x');
for i in [1 .. 100000] do
    WriteLine(output, line);
od;
