variable blocks = {};
while (1) list_append(blocks, Int_Type[100000] + 1);
