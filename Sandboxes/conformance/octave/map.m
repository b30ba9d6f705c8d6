words = strsplit(strtrim(fread(stdin, Inf, "char=>char")'), "\n");
[different, ~, places] = unique(words);
counts = containers.Map(different, accumarray(places(:), 1));
printf("%d\n%d\n", counts.Count, counts("judge"));
