SetRecursionTrapInterval(1000000);

depth := function(n)
    if n = 0 then
        return 0;
    fi;
    return 1 + depth(n - 1);
end;

Print(depth(100000), "\n");
