greet := function()
    local i;
    for i in [1] do
        for i in [1] do
            Print("Hello, World!\n");
        od;
    od;
end;

greet();
