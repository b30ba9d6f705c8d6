variable counts = Assoc_Type[Int_Type, 0], word;
foreach word (stdin) using ("line")
    counts[strtrim(word)] += 1;
vmessage("%d", length(counts));
vmessage("%d", counts["judge"]);
