variable lines = fgetslines(stdin);
variable numbers = array_map(Int_Type, &atoi, lines[[1:]]);
variable number;
foreach number (numbers[array_sort(numbers)])
    vmessage("%d", number);
