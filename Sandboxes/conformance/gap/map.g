counts := rec();
for word in SplitString(StringFile("/dev/stdin"), "\n") do
    if not IsBound(counts.(word)) then
        counts.(word) := 0;
    fi;
    counts.(word) := counts.(word) + 1;
od;
Print(Length(RecNames(counts)), "\n", counts.judge, "\n");
