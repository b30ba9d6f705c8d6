blocks := [];
while true do
    Add(blocks, ListWithIdenticalEntries(131072, 1));
od;
