count = fscanf(stdin, "%d", 1);
values = fscanf(stdin, "%d", count);
printf("%d\n", sort(values));
